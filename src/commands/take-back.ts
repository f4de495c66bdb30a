import { newest, oldest } from '../events/changes.ts'
import type { Recorded } from '../events/event.ts'
import type { ExpenseEvent, ExpenseFields } from '../events/expense.ts'
import type { Known } from './expense.ts'

type Fields = ExpenseFields & { status: Known['status'] }
export type Field = keyof Fields

/** What an event, or all those of a batch, did to an expense: what fields it found, and what it left them at. */
type Done = { found: Partial<Fields>; left: Partial<Fields> }

/** What an expense is to be for a batch to be taken back, or the fields that were changed since and stand in the way. */
export type TakenBack = { was: Known } | { changed: Field[] }

/**
 * Takes back what `batch` did to the expense `now` that `events` led to: each field gets back what the batch found there, and
 * what the batch recorded is deleted. A field that is neither as the batch left it nor as it found it stands in the way; of
 * what it recorded, any field that is not as it was left. Whatever else was changed since stays.
 */
export function takeBack(now: Known, events: readonly Recorded<ExpenseEvent>[], batch: string): TakenBack {
  const own = events.filter(({ metadata }) => metadata.batch === batch).map(({ event }) => event)
  const recorded = own.some(({ type }) => type === 'ExpenseRecorded')
  if (recorded && now.status === 'deleted') return { was: now }
  const { found, left } = together(own.map(doneBy))
  const isBack = (field: Field) => !recorded && now[field] === found[field]
  const changed = (Object.keys(left) as Field[]).filter((field) => now[field] !== left[field] && !isBack(field))
  if (changed.length > 0) return { changed }
  return { was: recorded ? { ...now, status: 'deleted' } : { ...now, ...found } }
}

/** What was found first, and what was left last. */
function together(all: readonly Done[]): Done {
  const nothing: Done = { found: {}, left: {} }
  return all.reduce((before, after) => {
    return { found: { ...after.found, ...before.found }, left: { ...before.left, ...after.left } }
  }, nothing)
}

function doneBy(event: ExpenseEvent): Done {
  switch (event.type) {
    case 'ExpenseRecorded': {
      const { categoryId, description, date, amount, currency } = event
      return { found: {}, left: { categoryId, description, date, amount, currency, status: 'open' } }
    }
    case 'ExpenseAmended':
      return { found: oldest(event.changes), left: newest(event.changes) }
    case 'ExpenseDeleted':
      return { found: { status: 'open' }, left: { status: 'deleted' } }
    case 'ExpenseRestored':
      return { found: { status: 'deleted' }, left: { status: 'open' } }
  }
}
