import { categoryStream, type CategoryFields } from '../../../events/category.ts'
import type { Change, Changes } from '../../../events/changes.ts'
import type { Recorded, Stream } from '../../../events/event.ts'
import type { CategoryId } from '../../../events/ids.ts'
import { userStream, type UserFields } from '../../../events/user.ts'
import type { EventOf } from '../../../projections/projection.ts'
import type { Names } from './names.ts'
import { changed, money, quoted, type Phrase } from './words.ts'

type NameOf = (stream: Stream) => string

/** `Ana changed the amount of Ben’s “Lunch” from 12.00 EUR to 14.50 EUR`: names as they were then, long texts cut short. */
export function summaryOf(recorded: Recorded, { then }: Names): string {
  const nameOf: NameOf = (stream) => then(stream, recorded.position)
  const actor = recorded.actorId ? nameOf(userStream(recorded.actorId)) : 'The command line'
  return `${actor} ${deedOf(recorded, nameOf)}`
}

function deedOf({ event, stream, actorId }: Recorded, nameOf: NameOf): string {
  const own = actorId === event.userId
  const whose = own ? '' : `${nameOf(userStream(event.userId))}’s `
  const title = quoted(nameOf(stream))
  const profile = own ? 'their own profile' : `${whose}profile`
  const category = own ? `the category ${title}` : `${whose}category ${title}`
  const expense = `${whose}${title}`
  switch (event.type) {
    case 'UserRegistered':
      return own ? 'registered' : `added ${profile}`
    case 'UserChanged':
      return changed(profile, ofUser(event.changes))
    case 'UserDeleted':
      return `deleted ${profile}`
    case 'UserRestored':
      return `restored ${profile}`
    case 'UserErased':
      return own ? 'erased all their own words' : `erased ${whose}profile and all their words`
    case 'LedgerShared':
      return `shared ${own ? 'their own' : whose.trim()} ledger with ${nameOf(userStream(event.with))} as ${event.role}`
    case 'ShareEnded':
      return `no longer shares ${own ? 'their own' : whose.trim()} ledger with ${nameOf(userStream(event.with))}`
    case 'CategoryAdded':
      return `added ${category}`
    case 'CategoryChanged':
      return changed(category, ofCategory(event.changes))
    case 'CategoryArchived':
      return `archived ${category}`
    case 'CategoryRestored':
      return `brought back ${category}${event.changes.name ? ` as ${quoted(event.changes.name.to)}` : ''}`
    case 'ExpenseRecorded':
      return `recorded ${expense}: ${money(event)} on ${event.date} in ${quoted(nameOf(categoryStream(event.categoryId)))}`
    case 'ExpenseAmended':
      return changed(expense, ofExpense(event, nameOf))
    case 'ExpenseDeleted':
      return `deleted ${expense}: ${money(event.facts)} on ${event.facts.date}`
    case 'ExpenseRestored':
      return `restored ${expense}: ${money(event.facts)} on ${event.facts.date}`
  }
}

function ofUser({ name, email, role, currency }: Changes<UserFields>): Phrase[] {
  return [
    ...title('name', name),
    ...plain('e-mail address', email),
    ...plain('role', role),
    ...plain('currency', currency),
  ]
}

function ofCategory({ name, colour }: Changes<CategoryFields>): Phrase[] {
  return [...title('name', name), ...plain('colour', colour)]
}

/** An amount and its currency are one thing to say. */
function ofExpense({ changes, facts }: EventOf<'ExpenseAmended'>, nameOf: NameOf): Phrase[] {
  const { amount, currency, date, categoryId, description } = changes
  const after = { amount: amount?.to ?? facts.amount, currency: currency?.to ?? facts.currency }
  const category = (id: CategoryId) => quoted(nameOf(categoryStream(id)))
  return [
    ...plain('amount', amount || currency ? { from: money(facts), to: money(after) } : undefined),
    ...plain('date', date),
    ...plain('category', categoryId && { from: category(categoryId.from), to: category(categoryId.to) }),
    ...title('description', description),
  ]
}

function plain(field: string, change: Change<string> | undefined): Phrase[] {
  return change ? [{ field, ...change }] : []
}

/** The thing is called by what this field was. */
function title(field: string, change: Change<string> | undefined): Phrase[] {
  return change ? [{ field, to: quoted(change.to) }] : []
}
