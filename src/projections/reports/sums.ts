import type { CalendarDate } from '../../events/calendar.ts'
import type { ExpenseFacts } from '../../events/expense.ts'
import type { CategoryId, UserId } from '../../events/ids.ts'
import type { Currency } from '../../events/money.ts'
import { factsAfter, within } from './facts.ts'
import type { Group, Span } from './question.ts'
import type { Counted } from './replay.ts'

/** What was added up for one row; `minor` is in minor units. Month and category are '' if rows are not told apart by them. */
export type Sum = { month: string; categoryId: CategoryId | ''; currency: Currency; count: number; minor: bigint }

/** As long as `small` is exact, numbers do: they are added up several times as fast as bigints. The rest is in `large`. */
type Adding = { month: string; currency: Currency; count: number; small: number; large: bigint }
/** One user's, and in one category if rows are told apart by it. */
type Part = { userId: UserId; categoryId: CategoryId | ''; cells: Map<number, Adding> }

/** Adds up from the events alone: what an amendment or a deletion takes back stands in it. */
export function openSums(span: Span, group: Group) {
  const parts = new Map<UserId | CategoryId, Part>()
  const hidden = new Set<UserId>()

  function take(event: Counted): void {
    switch (event.type) {
      case 'ExpenseRecorded':
        return shift(event.userId, event, 1)
      case 'ExpenseAmended':
        shift(event.userId, event.facts, -1)
        return shift(event.userId, factsAfter(event), 1)
      case 'ExpenseDeleted':
        return shift(event.userId, event.facts, -1)
      case 'ExpenseRestored':
        return shift(event.userId, event.facts, 1)
      case 'UserDeleted':
        return void hidden.add(event.userId)
      case 'UserRestored':
        return void hidden.delete(event.userId)
    }
  }

  function shift(userId: UserId, facts: ExpenseFacts, by: 1 | -1): void {
    if (!within(span, facts)) return
    const adding = addingIn(partOf(userId, facts.categoryId).cells, facts)
    adding.count += by
    const small = adding.small + by * facts.amount
    if (Number.isSafeInteger(small)) adding.small = small
    else {
      adding.large += BigInt(adding.small)
      adding.small = by * facts.amount
    }
  }

  /** A category is one user's alone. */
  function partOf(userId: UserId, categoryId: CategoryId): Part {
    const key = group.category ? categoryId : userId
    let part = parts.get(key)
    if (!part) {
      part = { userId, categoryId: group.category ? categoryId : '', cells: new Map() }
      parts.set(key, part)
    }
    return part
  }

  function addingIn(cells: Part['cells'], { date, currency }: ExpenseFacts): Adding {
    const cell = currencyNumber(currency) + (group.month ? monthNumber(date) * CURRENCIES : 0)
    let adding = cells.get(cell)
    if (!adding) {
      adding = { month: group.month ? date.slice(0, 7) : '', currency, count: 0, small: 0, large: 0n }
      cells.set(cell, adding)
    }
    return adding
  }

  /** Of all who are not hidden; each category apart, or all users together. */
  function all(): Sum[] {
    const shown = [...parts.values()].filter(({ userId }) => !hidden.has(userId))
    const sums = shown.flatMap(({ categoryId, cells }) =>
      [...cells.values()].map((adding) => sumOf(adding, categoryId)),
    )
    return (group.category ? sums : together(sums)).filter(({ count }) => count > 0)
  }

  return { take, all }
}

// Every event brings texts of its own, which a map has to read; a number it finds several times as fast.

const CURRENCIES = 2 ** 15

/** Another one below `CURRENCIES` for any three capital letters. */
function currencyNumber(currency: Currency): number {
  const letter = (at: number) => currency.charCodeAt(at) & 31
  return (letter(0) << 10) | (letter(1) << 5) | letter(2)
}

/** Of a date: months since the year 1900, which keeps the numbers small. */
function monthNumber(date: CalendarDate): number {
  const digit = (at: number) => date.charCodeAt(at) - 48
  const year = 1_000 * digit(0) + 100 * digit(1) + 10 * digit(2) + digit(3)
  return 12 * (year - 1_900) + 10 * digit(5) + digit(6)
}

function sumOf({ month, currency, count, small, large }: Adding, categoryId: CategoryId | ''): Sum {
  return { month, categoryId, currency, count, minor: large + BigInt(small) }
}

function together(sums: readonly Sum[]): Sum[] {
  const all = new Map<string, Sum>()
  for (const sum of sums) {
    const key = `${sum.month} ${sum.currency}`
    const { count, minor } = all.get(key) ?? { count: 0, minor: 0n }
    all.set(key, { ...sum, count: count + sum.count, minor: minor + sum.minor })
  }
  return [...all.values()]
}
