import { sameName } from '../../../events/text.ts'
import type { ExpenseId } from '../../../events/ids.ts'
import type { Currency } from '../../../events/money.ts'
import type { RowOutcome } from '../../api.ts'
import type { Readable } from './rows.ts'
import { say, type Said } from './sayings.ts'

/** An expense of the ledger, as far as it tells whether a row is in it already. */
export type Present = {
  id: ExpenseId
  date: string
  description: string
  amount: number
  currency: Currency
}
/** What became of a row that was imported before. */
export type Before = { id: ExpenseId; state: 'there' | 'deleted' } | undefined
export type Match = { outcome: RowOutcome; said: Said | undefined; like: ExpenseId | null }

/** Days between what a person typed and what the bank booked. */
export const NEAR = 3
const DAY = 86_400_000

/** What says that two rows, or a row and an expense, are alike to the letter; how often it is there counts. */
export function likeness({ date, description, currency, ...rest }: Omit<Present, 'id'> | Readable): string {
  const minor = 'minor' in rest ? rest.minor : rest.amount
  return JSON.stringify([date, sameName(description), minor, currency])
}

/**
 * Holds rows against the ledger. Each of its expenses is the double of one row at most: of three rows that are alike, where two are
 * there, one is new. `before` says which rows were imported before, also if they were changed since.
 */
export function matchAll(rows: readonly Readable[], before: readonly Before[], present: readonly Present[]): Match[] {
  const imported = new Set(before.flatMap((one) => (one?.state === 'there' ? [one.id] : [])))
  const left = present.filter(({ id }) => !imported.has(id))
  const alike = Map.groupBy(left, likeness)
  const taken = new Set<ExpenseId>()
  const matches = rows.map((row, index): Match | undefined => {
    const earlier = before[index]
    if (earlier?.state === 'there') return double(earlier.id, say('imported-before'))
    const same = alike.get(likeness(row))?.shift()
    if (same) taken.add(same.id)
    return same && double(same.id, say('one-like-it'))
  })
  const free = Map.groupBy(
    left.filter(({ id }) => !taken.has(id)),
    costing,
  )
  return rows.map((row, index) => matches[index] ?? nearest(row, free.get(costing(row)) ?? [], before[index]))
}

function double(like: ExpenseId, said: Said): Match {
  return { outcome: 'double', said, like }
}

function costing(one: Present | Readable): string {
  return `${'minor' in one ? one.minor : one.amount} ${one.currency}`
}

/** The expense of the same amount that is nearest in time may be the same one in other words; it is so for one row at most. */
function nearest(row: Readable, others: Present[], before: Before): Match {
  const apart = ({ date }: Present) => Math.abs(Date.parse(date) - Date.parse(row.date)) / DAY
  const found = others.filter((one) => apart(one) <= NEAR).toSorted((one, other) => apart(one) - apart(other))[0]
  if (found) {
    others.splice(others.indexOf(found), 1)
    return { outcome: 'possible', said: near(apart(found), found.description), like: found.id }
  }
  return { outcome: 'new', said: before && say('deleted-since'), like: before?.id ?? null }
}

function near(days: number, description: string): Said {
  if (days === 0) return say('same-day', { description })
  return days === 1 ? say('next-day', { description }) : say('days-apart', { days, description })
}
