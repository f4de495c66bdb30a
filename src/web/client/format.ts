import type { Currency } from '../../events/money.ts'
import { decimalsOf } from '../../events/units.ts'
import { dateStyles, type DateStyle } from './settings/date-styles.ts'
import { firstDayIn } from './settings/first-day.ts'

const ROUGH = { notation: 'compact', maximumFractionDigits: 1 } as const
const utc = (day: string) => new Date(`${day}T00:00:00Z`)

/** What somebody chose; what is missing or null follows the browser or the locale. */
export type FormatChoice = { locale?: string | null; dateStyle?: DateStyle; firstDayOfWeek?: number | null }
export type Format = ReturnType<typeof openFormat>

/**
 * How amounts and dates are written as `chosen`, the choice or just a locale: asked each time, so that what reads a signal
 * writes anew when it changes. Amounts come as exact decimal texts and are never made a float; calendar dates have no zone, so
 * they are formatted as if in UTC.
 */
export function openFormat(chosen: string | (() => FormatChoice)) {
  const choice: () => FormatChoice = typeof chosen === 'string' ? () => ({ locale: chosen }) : chosen
  const locale = () => choice().locale ?? undefined
  const numbers = new Map<string, Intl.NumberFormat>()
  const formats = new Map<string, Intl.DateTimeFormat>()

  function number(key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
    const place = `${locale()} ${key}`
    const known = numbers.get(place) ?? new Intl.NumberFormat(locale(), options)
    numbers.set(place, known)
    return known
  }
  function money(major: string, currency: Currency, options: Intl.NumberFormatOptions): string {
    const decimals = decimalsOf(currency)
    const exact = { ...options, minimumFractionDigits: decimals, maximumFractionDigits: decimals }
    const format = number(`${currency} ${options.style} ${options.currencyDisplay} ${options.signDisplay}`, exact)
    return format.format(major as Intl.StringNumericLiteral).replace('-', '−')
  }
  function dates(options: Intl.DateTimeFormatOptions, place = locale()): Intl.DateTimeFormat {
    const key = `${place} ${JSON.stringify(options)}`
    const known = formats.get(key) ?? new Intl.DateTimeFormat(place, options)
    formats.set(key, known)
    return known
  }
  const style = () => dateStyles[choice().dateStyle ?? 'words']
  const ofDay = (options: Intl.DateTimeFormatOptions, place = locale()) => dates({ ...options, timeZone: 'UTC' }, place)
  const date = (text: string, options: Intl.DateTimeFormatOptions) => ofDay(options).format(utc(text))
  const moment = (instant: string, options: Intl.DateTimeFormatOptions) =>
    dates(options, style().locale ?? locale()).format(new Date(instant))

  return {
    /** `84.20`: the currency is known from where it stands. */
    amount: (major: string, currency: Currency) => money(major, currency, { style: 'decimal' }),
    /** `€84.20` */
    money: (major: string, currency: Currency) => money(major, currency, { style: 'currency', currency }),
    /** `+€84.20`: a difference */
    signedMoney: (major: string, currency: Currency) =>
      money(major, currency, { style: 'currency', currency, signDisplay: 'exceptZero' }),
    /** `84.20 euros` */
    moneyInWords: (major: string, currency: Currency) =>
      money(major, currency, { style: 'currency', currency, currencyDisplay: 'name' }),
    count: (count: number) => number('count', {}).format(count),
    /** `2,000`, `1.2M`: a round figure beside an axis. */
    roughly: (value: number) =>
      number(Math.abs(value) < 10_000 ? 'plain' : 'rough', Math.abs(value) < 10_000 ? {} : ROUGH)
        .format(value)
        .replace('-', '−'),
    /** `51%`, of 0.51; what is something is never said to be nothing, nor what is not all to be all. */
    share: (part: number) => {
      const percent = (whole: number) => number('share', { style: 'percent' }).format(whole)
      if (part > 0 && part < 0.005) return `<${percent(0.01)}`
      if (part >= 0.995 && part < 1) return `>${percent(0.99)}`
      return percent(part)
    },
    /** `21 Nov`, or as the date style has it */
    day: (day: string) => ofDay(style().day, style().locale).format(utc(day)),
    /** `21 Nov 2026`, or as the date style has it */
    dayOfYear: (day: string) => ofDay(style().dayOfYear, style().locale).format(utc(day)),
    /** `Saturday 21 November` */
    weekday: (day: string) => date(day, { weekday: 'long', day: 'numeric', month: 'long' }),
    /** `Saturday, 21 November 2026` */
    weekdayOfYear: (day: string) => date(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    /** `3–9 Nov 2026`, or as the date style has it */
    days: (from: string, to: string) => {
      const { dayOfYear, locale: place } = style()
      if (place === undefined) return ofDay(dayOfYear).formatRange(utc(from), utc(to))
      return [from, to].join(' – ')
    },
    /** `18 November 2026 at 20:30`, on the clock where the person is */
    moment: (instant: string) => moment(instant, style().moment),
    /** `20:30` */
    timeOfDay: (instant: string) => dates({ hour: '2-digit', minute: '2-digit' }).format(new Date(instant)),
    /** `5 minutes ago` */
    minutesAgo: (minutes: number) => new Intl.RelativeTimeFormat(locale()).format(-minutes, 'minute'),
    /** `18 Nov, 20:30` */
    momentShort: (instant: string) => moment(instant, { ...style().day, hour: '2-digit', minute: '2-digit' }),
    /** `November 2026`, of the month `2026-11` */
    month: (month: string) => date(`${month}-01`, { month: 'long', year: 'numeric' }),
    /** `November`, of the month `2026-11` */
    monthName: (month: string) => date(`${month}-01`, { month: 'long' }),
    /** `Nov`, of the month `2026-11` */
    monthShort: (month: string) => date(`${month}-01`, { month: 'short' }),
    /** `euro`, `Swiss franc` */
    currencyName: (currency: Currency) =>
      new Intl.DisplayNames(locale(), { type: 'currency' }).of(currency) ?? currency,
    /** `€`, `CHF` */
    symbol: (currency: Currency) =>
      number(`${currency} symbol`, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
        .formatToParts(0)
        .find(({ type }) => type === 'currency')?.value ?? currency,
    /** 1 is Monday, 7 Sunday. */
    firstDayOfWeek: () => choice().firstDayOfWeek ?? firstDayIn(locale()),
    /** `Monday`, of 1 */
    dayOfWeek: (day: number) => date(`2024-01-0${day}`, { weekday: 'long' }),
  }
}
