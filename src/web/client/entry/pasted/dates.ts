/** `day/month` or `month/day`, in dates that are written with figures alone. */
export type Order = 'dayFirst' | 'monthFirst'

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/
const YEAR_LAST = /^(\d{1,2})[-/.]\s?(\d{1,2})[-/.]\s?(\d{4}|\d{2})$/

/** The order in which all of `texts` are dates; where both would do, that of `locale`. */
export function orderOf(texts: readonly string[], locale: string | undefined): Order {
  const pairs = texts.flatMap((text) => {
    const [, one, other] = YEAR_LAST.exec(text) ?? []
    return one === undefined ? [] : [[Number(one), Number(other)] as const]
  })
  if (pairs.some(([one]) => one > 12)) return 'dayFirst'
  if (pairs.some(([, other]) => other > 12)) return 'monthFirst'
  const parts = new Intl.DateTimeFormat(locale).formatToParts(0).map(({ type }) => type)
  return parts.indexOf('month') < parts.indexOf('day') ? 'monthFirst' : 'dayFirst'
}

/** The date that `text` is, as `2026-11-23`; a year of two figures is one of this century. */
export function readDate(text: string, order: Order): string | undefined {
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? []
  if (year !== undefined) return dateOf(year, month, day)
  const [, one, other, end = ''] = YEAR_LAST.exec(text) ?? []
  if (one === undefined) return undefined
  const [last, middle] = order === 'dayFirst' ? [one, other] : [other, one]
  return dateOf(end.padStart(4, '20'), middle, last)
}

function dateOf(year: string, month = '', day = ''): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && year >= '1000' ? text : undefined
}
