import type { DateFormat } from '../../api.ts'
import { say, type Said } from './sayings.ts'

/** A cell, and the line that it stands on. */
export type Cell = { text: string; line: number }
/** What was found out of a column; no `value` where that has to be asked, and then `question` says what. */
export type Finding<T> = { value?: T; why?: Said; question?: Said }

/** What comes first: the year, the day or the month. */
type Order = 'year' | 'day' | 'month'
const orders: Record<DateFormat, Order> = {
  'YYYY-MM-DD': 'year',
  'DD.MM.YYYY': 'day',
  'DD/MM/YYYY': 'day',
  'MM/DD/YYYY': 'month',
}

// After a date may come a time, as exports write it; expenses have none.
const TIME = '(?:[T ].*)?'
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.]?)(\\d{2})\\2(\\d{2})${TIME}$`)
const YEAR_LAST = new RegExp(`^(\\d{1,2})([-/.]) ?(\\d{1,2})\\2 ?(\\d{4}|\\d{2})${TIME}$`)

/** How the dates of a column are written, by the lines that leave no doubt. */
export function recogniseDates(cells: readonly Cell[]): Finding<DateFormat> {
  const written = cells.flatMap(({ text, line }) => {
    const [, first, mark, second] = YEAR_LAST.exec(text) ?? []
    return first === undefined ? [] : [{ text, line, mark, first: Number(first), second: Number(second) }]
  })
  if (written.length === 0) return { value: 'YYYY-MM-DD', why: say('year-first') }
  const dayFirst = written.find(({ first }) => first > 12)
  const monthFirst = written.find(({ second }) => second > 12)
  if (dayFirst && monthFirst) {
    const { line, text } = dayFirst
    return { question: say('dates-differ', { line, text, otherLine: monthFirst.line, otherText: monthFirst.text }) }
  }
  if (monthFirst) return { value: 'MM/DD/YYYY', why: noMonth(monthFirst, monthFirst.second) }
  const [sample] = written
  const format = sample?.mark === '.' ? 'DD.MM.YYYY' : 'DD/MM/YYYY'
  if (dayFirst) return { value: format, why: noMonth(dayFirst, dayFirst.first) }
  if (written.every(({ mark }) => mark === '.')) return { value: format, why: say('day-before-dots') }
  const doubtful = written.find(({ first, second }) => first !== second)
  if (!doubtful) return { value: format, why: say('same-either-way') }
  return { question: say('date-open', { line: doubtful.line, text: doubtful.text }) }
}

const noMonth = ({ line, text }: Cell, month: number) => say('no-such-month', { line, text, month })

/** The date that `text` is, as `2026-11-23`, or what was expected. A year of two figures is one of this century. */
export function readDate(text: string, format: DateFormat | undefined): { date: string } | { problem: Said } {
  const [, year, , month, day] = YEAR_FIRST.exec(text) ?? []
  if (year !== undefined) return dated(year, month, day)
  const [, first = '', , second = '', end = ''] = YEAR_LAST.exec(text) ?? []
  if (first === '') return { problem: say('date-expected', { example: example(format) }) }
  const order = format && orders[format]
  const readings = [
    ...(order === 'month' ? [] : [dated(end.padStart(4, '20'), second, first)]),
    ...(order === 'day' ? [] : [dated(end.padStart(4, '20'), first, second)]),
  ].filter((reading) => 'date' in reading)
  if (order === 'year' || readings.length === 0) return { problem: say('date-expected', { example: example(format) }) }
  const [only, other] = readings
  if (only && (!other || only.date === other.date)) return only
  return { problem: say('day-or-month') }
}

function dated(year: string, month = '', day = ''): { date: string } | { problem: Said } {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  const isOne = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && year >= '1000'
  return isOne ? { date: text } : { problem: say('no-such-day') }
}

function example(format: DateFormat | undefined): string {
  const examples: Record<DateFormat, string> = {
    'YYYY-MM-DD': '2026-11-23',
    'DD.MM.YYYY': '23.11.2026',
    'DD/MM/YYYY': '23/11/2026',
    'MM/DD/YYYY': '11/23/2026',
  }
  return examples[format ?? 'YYYY-MM-DD']
}
