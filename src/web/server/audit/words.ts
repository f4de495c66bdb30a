import { toMajor, type Money } from '../../../events/money.ts'

/** Characters of somebody's text that fit into a line with others. */
const LONGEST = 60

/** What became of a field, in words; of what is shown by its name, the old name need not be said again. */
export type Phrase = { field: string; from?: string; to: string }

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** `changed the amount of “Lunch” from 12.00 EUR to 14.50 EUR and the date from … to …` */
export function changed(thing: string, phrases: readonly Phrase[]): string {
  if (phrases.length === 0) return `changed ${thing}`
  const texts = phrases.map(({ field, from, to }, index) => {
    const of = index === 0 ? ` of ${thing}` : ''
    return `the ${field}${of}${from === undefined ? '' : ` from ${from}`} to ${to}`
  })
  return `changed ${list.format(texts)}`
}

/** On one line, and no longer than fits there. */
export function short(text: string): string {
  const letters = [...text.replace(/\s+/gu, ' ').trim()]
  return (letters.length > LONGEST ? [...letters.slice(0, LONGEST - 1), '…'] : letters).join('')
}

export function quoted(text: string): string {
  return `“${short(text)}”`
}

/** `12.50 EUR` */
export function money({ amount, currency }: Money): string {
  return `${toMajor(amount, currency)} ${currency}`
}
