import type { UserId } from '../../../src/events/ids.ts'
import type { Books, Expense } from '../books.ts'

// What reports should say, found in the plainest way: the whole ledger is kept as it was after each event, and sums are made by
// adding up one amount after the other. Nothing here knows how the ledger does it.

/** An expense as it was at some moment. `since` and `changed` are positions. */
export type Kept = {
  id: string
  userId: string
  categoryId: string
  category: string
  description: string
  date: string
  amount: number
  currency: string
  version: number
  since: number
  changed: number
  by: UserId
  byName: string
  shown: boolean
}

export type Wanted = { user?: string | undefined; from?: string | undefined; to?: string | undefined }
export type Total = { currency: string; count: number; total: string }

const decimals: Record<string, number> = { EUR: 2, USD: 2, JPY: 0, KWD: 3 }

/** All expenses as they are in the books just now; `actors` did what happened, event by event. */
export function keep(books: Books, actors: readonly UserId[]): Kept[] {
  const names = new Map(books.people.map(({ id, name }) => [id, name]))
  return books.expenses.map((expense) => keptOf(expense, actors, names))
}

function keptOf(expense: Expense, actors: readonly UserId[], names: Map<UserId, string>): Kept {
  const { id, owner, category, deleted, words, events } = expense
  const by = actors[events.at(-1)!]!
  const about = { id, userId: owner.id, categoryId: category.id, category: category.name, ...words }
  const around = { version: events.length, since: events[0]! + 1, changed: events.at(-1)! + 1 }
  return { ...about, ...around, by, byName: names.get(by)!, shown: !deleted && !owner.deleted }
}

/** What a report is about, by date. */
export function inReport(all: readonly Kept[], { user, from, to }: Wanted): Kept[] {
  const found: Kept[] = []
  for (const expense of all) {
    if (!expense.shown || (user !== undefined && expense.userId !== user)) continue
    if (from !== undefined && Date.parse(expense.date) < Date.parse(from)) continue
    if (to !== undefined && Date.parse(expense.date) > Date.parse(to)) continue
    found.push(expense)
  }
  return found.sort((one, other) => Date.parse(one.date) - Date.parse(other.date) || one.since - other.since)
}

/** What `expenses` come to, each currency for itself. */
export function totalsOf(expenses: readonly Kept[]): Total[] {
  return [...new Set(expenses.map(({ currency }) => currency))].sort().map((currency) => {
    const own = expenses.filter((expense) => expense.currency === currency)
    let sum = 0n
    for (const { amount } of own) sum += BigInt(amount)
    return { currency, count: own.length, total: inMajor(sum, currency) }
  })
}

/** What is in `more` and not in `less`: counts and sums, each currency for itself, without those that are the same. */
export function difference(more: readonly Total[], less: readonly Total[]): Total[] {
  const currencies = [...new Set([...more, ...less].map(({ currency }) => currency))].sort()
  return currencies.flatMap((currency) => {
    const [one, other] = [more, less].map((totals) => totals.find((total) => total.currency === currency))
    const count = (one?.count ?? 0) - (other?.count ?? 0)
    const sum = inMinor(one?.total ?? '0', currency) - inMinor(other?.total ?? '0', currency)
    return count === 0 && sum === 0n ? [] : [{ currency, count, total: inMajor(sum, currency) }]
  })
}

/** All of `totals` together. */
export function together(totals: readonly Total[][]): Total[] {
  const none: Total[] = []
  const negated = (all: readonly Total[]) => difference(none, all)
  return totals.reduce((sum, more) => difference(sum, negated(more)), none)
}

export function inMajor(minor: bigint, currency: string): string {
  const places = decimals[currency]!
  if (places === 0) return String(minor)
  const digits = String(minor < 0n ? -minor : minor).padStart(places + 1, '0')
  return `${minor < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

function inMinor(major: string, currency: string): bigint {
  const [whole = '', fraction = ''] = major.split('.')
  return BigInt(whole + fraction.padEnd(decimals[currency]!, '0'))
}
