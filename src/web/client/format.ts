import { decimalsOf, type Currency } from '../../events/money.ts'

const SHORT = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const
const utc = (day: string) => new Date(`${day}T00:00:00Z`)

export type Format = ReturnType<typeof openFormat>

/**
 * How amounts and dates are written in `locale`, the browser's unless given. Amounts come as exact decimal texts and are
 * never made a float; calendar dates have no zone, so they are formatted as if in UTC.
 */
export function openFormat(locale?: string) {
  const numbers = new Map<string, Intl.NumberFormat>()
  const formats = new Map<string, Intl.DateTimeFormat>()

  function number(key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
    const known = numbers.get(key) ?? new Intl.NumberFormat(locale, options)
    numbers.set(key, known)
    return known
  }
  function money(major: string, currency: Currency, options: Intl.NumberFormatOptions): string {
    const decimals = decimalsOf(currency)
    const exact = { ...options, minimumFractionDigits: decimals, maximumFractionDigits: decimals }
    const format = number(`${currency} ${options.style} ${options.currencyDisplay}`, exact)
    return format.format(major as Intl.StringNumericLiteral).replace('-', '−')
  }
  function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const key = JSON.stringify(options)
    const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options)
    formats.set(key, known)
    return known
  }
  const date = (text: string, options: Intl.DateTimeFormatOptions) =>
    dates({ ...options, timeZone: 'UTC' }).format(utc(text))

  return {
    /** `84.20`: the currency is known from where it stands. */
    amount: (major: string, currency: Currency) => money(major, currency, { style: 'decimal' }),
    /** `€84.20` */
    money: (major: string, currency: Currency) => money(major, currency, { style: 'currency', currency }),
    /** `84.20 euros` */
    moneyInWords: (major: string, currency: Currency) =>
      money(major, currency, { style: 'currency', currency, currencyDisplay: 'name' }),
    count: (count: number) => number('count', {}).format(count),
    /** `21 Nov` */
    day: (day: string) => date(day, { day: 'numeric', month: 'short' }),
    /** `21 Nov 2026` */
    dayOfYear: (day: string) => date(day, { day: 'numeric', month: 'short', year: 'numeric' }),
    /** `Saturday 21 November` */
    weekday: (day: string) => date(day, { weekday: 'long', day: 'numeric', month: 'long' }),
    /** `Saturday, 21 November 2026` */
    weekdayOfYear: (day: string) => date(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    /** `3–9 Nov 2026` */
    days: (from: string, to: string) => dates(SHORT).formatRange(utc(from), utc(to)),
    /** `18 November 2026 at 20:30`, on the clock where the person is */
    moment: (instant: string) => dates({ dateStyle: 'long', timeStyle: 'short' }).format(new Date(instant)),
    /** `18 Nov, 20:30` */
    momentShort: (instant: string) =>
      dates({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(new Date(instant)),
    /** `November 2026`, of the month `2026-11` */
    month: (month: string) => date(`${month}-01`, { month: 'long', year: 'numeric' }),
    /** `euro`, `Swiss franc` */
    currencyName: (currency: Currency) => new Intl.DisplayNames(locale, { type: 'currency' }).of(currency) ?? currency,
    /** `€`, `CHF` */
    symbol: (currency: Currency) =>
      number(`${currency} symbol`, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
        .formatToParts(0)
        .find(({ type }) => type === 'currency')?.value ?? currency,
  }
}
