import type { LedgerEvent } from '../../../events/event.ts'
import type { CategoryId } from '../../../events/ids.ts'
import { toMajor } from '../../../events/money.ts'
import type { HistoryEntry } from '../../api.ts'
import type { EventOf } from '../../../projections/projection.ts'

type Fields = HistoryEntry['changes']
type CategoryName = (id: CategoryId) => string

/** Which fields `event` changed: amounts in major units, and categories by name beside their ids. */
export function changesIn(event: LedgerEvent, categoryName: CategoryName): Fields {
  switch (event.type) {
    case 'UserRegistered': {
      const { type: _type, userId: _userId, ...fields } = event
      return begun(fields)
    }
    case 'CategoryAdded': {
      const { type: _type, userId: _userId, categoryId: _categoryId, ...fields } = event
      return begun(fields)
    }
    case 'ExpenseRecorded':
      return recorded(event, categoryName)
    case 'ExpenseAmended':
      return amended(event, categoryName)
    case 'UserChanged':
    case 'CategoryChanged':
    case 'CategoryRestored':
      return withoutGaps(event.changes)
    case 'LedgerShared':
      return begun({ with: event.with, role: event.role })
    case 'ShareEnded':
      return begun({ with: event.with })
    case 'UserDeleted':
    case 'UserRestored':
    case 'UserErased':
    case 'CategoryArchived':
    case 'ExpenseDeleted':
    case 'ExpenseRestored':
      return {}
  }
}

function recorded(event: EventOf<'ExpenseRecorded'>, categoryName: CategoryName): Fields {
  const { categoryId, description, date, amount, currency } = event
  const major = toMajor(amount, currency)
  return begun({ description, date, amount: major, currency, categoryId, category: categoryName(categoryId) })
}

function amended({ changes, facts }: EventOf<'ExpenseAmended'>, categoryName: CategoryName): Fields {
  const { amount, categoryId, ...texts } = changes
  const { from: before, to: after } = changes.currency ?? { from: facts.currency, to: facts.currency }
  return withoutGaps({
    ...texts,
    amount: amount && { from: toMajor(amount.from, before), to: toMajor(amount.to, after) },
    categoryId,
    category: categoryId && { from: categoryName(categoryId.from), to: categoryName(categoryId.to) },
  })
}

function begun(fields: Record<string, string>): Fields {
  return Object.fromEntries(Object.entries(fields).map(([field, to]) => [field, { to }]))
}

function withoutGaps(changes: Record<string, Fields[string] | undefined>): Fields {
  return Object.fromEntries(Object.entries(changes).flatMap(([field, change]) => (change ? [[field, change]] : [])))
}
