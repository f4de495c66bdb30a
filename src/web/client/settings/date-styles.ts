import type { DateStyle } from '../../api.ts'

export type { DateStyle }

/** Swedish dates are ISO 8601 in every browser. */
const ISO = 'sv-SE'
const iso = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
const numbers = { day: '2-digit', month: '2-digit' } as const
const words = { day: 'numeric', month: 'short' } as const

type Shape = {
  /** Where a style is the same in every locale. */
  locale?: string
  day: Intl.DateTimeFormatOptions
  dayOfYear: Intl.DateTimeFormatOptions
  moment: Intl.DateTimeFormatOptions
}

/** What each style of writing dates asks of Intl. */
export const dateStyles: Record<DateStyle, Shape> = {
  words: { day: words, dayOfYear: { ...words, year: 'numeric' }, moment: { dateStyle: 'long', timeStyle: 'short' } },
  numbers: {
    day: numbers,
    dayOfYear: { ...numbers, year: 'numeric' },
    moment: { ...numbers, year: 'numeric', hour: '2-digit', minute: '2-digit' },
  },
  iso: { locale: ISO, day: iso, dayOfYear: iso, moment: { dateStyle: 'short', timeStyle: 'short' } },
}
