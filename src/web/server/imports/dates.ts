import type { DateFormat } from '../../api.ts'

/** A cell, and the line that it stands on. */
export type Cell = { text: string; line: number }
/** What was found out of a column; no `value` where that has to be asked, and then `question` says what. */
export type Finding<T> = { value?: T; why?: string; question?: string }

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
  if (written.length === 0) return { value: 'YYYY-MM-DD', why: 'Every date begins with the year' }
  const dayFirst = written.find(({ first }) => first > 12)
  const monthFirst = written.find(({ second }) => second > 12)
  if (dayFirst && monthFirst) {
    const question = `Line ${dayFirst.line} has ${dayFirst.text}, line ${monthFirst.line} has ${monthFirst.text}: which comes first, the day or the month?`
    return { question }
  }
  if (monthFirst)
    return { value: 'MM/DD/YYYY', why: `Line ${monthFirst.line}: ${monthFirst.text} has no month ${monthFirst.second}` }
  const [sample] = written
  const format = sample?.mark === '.' ? 'DD.MM.YYYY' : 'DD/MM/YYYY'
  if (dayFirst) return { value: format, why: `Line ${dayFirst.line}: ${dayFirst.text} has no month ${dayFirst.first}` }
  if (written.every(({ mark }) => mark === '.')) return { value: format, why: 'With dots, the day comes first' }
  if (written.every(({ first, second }) => first === second))
    return { value: format, why: 'Day and month are the same' }
  const doubtful = written.find(({ first, second }) => first !== second)
  return {
    question: `Line ${doubtful?.line}: ${doubtful?.text} may be in two months: which comes first, the day or the month?`,
  }
}

/** The date that `text` is, as `2026-11-23`, or what was expected. A year of two figures is one of this century. */
export function readDate(text: string, format: DateFormat | undefined): { date: string } | { problem: string } {
  const [, year, , month, day] = YEAR_FIRST.exec(text) ?? []
  if (year !== undefined) return dated(year, month, day)
  const [, first = '', , second = '', end = ''] = YEAR_LAST.exec(text) ?? []
  if (first === '') return { problem: `Expected a date such as ${example(format)}` }
  const order = format && orders[format]
  const readings = [
    ...(order === 'month' ? [] : [dated(end.padStart(4, '20'), second, first)]),
    ...(order === 'day' ? [] : [dated(end.padStart(4, '20'), first, second)]),
  ].filter((reading) => 'date' in reading)
  if (order === 'year' || readings.length === 0) return { problem: `Expected a date such as ${example(format)}` }
  const [only, other] = readings
  if (only && (!other || only.date === other.date)) return only
  return { problem: 'The day or the month may come first: say which' }
}

function dated(year: string, month = '', day = ''): { date: string } | { problem: string } {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  const isOne = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && year >= '1000'
  return isOne ? { date: text } : { problem: `Expected a day that there is, from the year 1000 on` }
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
