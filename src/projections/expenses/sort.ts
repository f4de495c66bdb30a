import type { CalendarDate } from '../../events/calendar.ts'
import { toMajor, type Money } from '../../events/money.ts'
import type { Condition } from './filter.ts'

export type ExpenseSort = 'date' | '-date' | 'amount' | '-amount' | 'recorded' | '-recorded'
/** What the last item of a page was sorted by, and its position: the next page begins after it, whatever has changed. */
export type ExpenseKey = { value: string; position: number }

const columns = { date: 'date', amount: 'major', recorded: 'position' } as const

export function columnOf(sort: ExpenseSort) {
  return columns[sort.replace('-', '') as keyof typeof columns]
}

/** Ties go by position, in the same direction. */
export function orderBy(sort: ExpenseSort): string {
  const direction = sort.startsWith('-') ? 'desc' : 'asc'
  const column = columnOf(sort)
  return column === 'position' ? `e.position ${direction}` : `e.${column} ${direction}, e.position ${direction}`
}

type Sorted = Money & { date: CalendarDate; position: number }

export function keyOf({ date, amount, currency, position }: Sorted, sort: ExpenseSort): ExpenseKey {
  const value = { date, major: toMajor(amount, currency), position: '' }[columnOf(sort)]
  return { value, position }
}

/** What comes after `key`. */
export function following(sort: ExpenseSort, key: ExpenseKey): Condition {
  const beyond = sort.startsWith('-') ? '<' : '>'
  const replacements = { lastValue: key.value, lastPosition: key.position }
  const column = columnOf(sort)
  if (column === 'position') return { sql: `e.position ${beyond} :lastPosition`, replacements }
  const last = column === 'major' ? 'cast(:lastValue as decimal(20,4))' : ':lastValue'
  // The first part says no more than the second, but lets an index begin in the right place.
  const sql = `e.${column} ${beyond}= ${last} and (e.${column} ${beyond} ${last} or e.position ${beyond} :lastPosition)`
  return { sql, replacements }
}
