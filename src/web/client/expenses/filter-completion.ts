import { currencyDecimals } from '../../../events/currencies.ts'
import { sameName } from '../../../events/same-name.ts'
import { monthOf, shifted } from '../scope/period.ts'
import { piecesOf, quoted, tokenNames, type TokenName } from './filter-pieces.ts'
import { states, type Names } from './filter-token.ts'

/** What may be meant at a place of a filter's text. */
export type Completion = { from: number; to: number; options: readonly Option[] }
/** `text` is put in; it is `whole` if nothing has to be added to it. `about` says more of it, for people. */
export type Option = { text: string; whole: boolean; about: string }
export type Known = Names & { offered: readonly string[]; currencies: readonly string[]; today: string }

const MOST = 8
const begins: Record<TokenName, readonly string[]> = {
  category: ['category:'],
  amount: ['amount>', 'amount<', 'amount:'],
  date: ['date:'],
  currency: ['currency:'],
  // Nobody types the id of one.
  batch: [],
  is: ['is:deleted', 'is:any'],
  who: ['who:'],
}

/** What the piece of `text` that ends at `caret` may become; with no piece there, any token. */
export function completionAt(text: string, caret: number, known: Known): Completion {
  const piece = piecesOf(text).find(({ start, end }) => start < caret && caret <= end)
  if (!piece) return { from: caret, to: caret, options: beginnings('', known) }
  const { start: from, end: to, token, value } = piece
  if (!token) return { from, to, options: [...beginnings(value, known), ...named(value, known)].slice(0, MOST) }
  const values = valuesOf(token.name, known).filter(({ text, about }) => fits(value, text) || fits(value, about))
  const exact = values.some(({ text }) => sameName(text) === sameName(value))
  const options = values.map(({ text, about }) => whole(token.name, text, about))
  return { from, to, options: exact || token.operator !== ':' ? [] : options.slice(0, MOST) }
}

/** `text` with `option` put in, and where the caret is then. A whole token is followed by a blank. */
export function completed(text: string, { from, to }: Completion, option: Option): { text: string; caret: number } {
  const rest = text.slice(to)
  const put = option.whole && !/^\s/u.test(rest) ? `${option.text} ` : option.text
  return { text: text.slice(0, from) + put + rest, caret: from + put.length }
}

function beginnings(word: string, known: Known): Option[] {
  const names = tokenNames.filter((name) => name !== 'who' || known.people.length > 1)
  return names
    .flatMap((name) => begins[name])
    .filter((text) => text.startsWith(word.toLowerCase()))
    .map((text) => ({ text, whole: !/[:<>]$/.test(text), about: '' }))
}

/** Categories and people that a plain word may mean. */
function named(word: string, known: Known): Option[] {
  const names = ['category', 'who'] as const
  return names.flatMap((name) =>
    valuesOf(name, known)
      .filter(({ about, text }) => fits(word, about || text))
      .map(({ text, about }) => whole(name, text, about)),
  )
}

type Value = { text: string; about: string }

function valuesOf(name: TokenName, { offered, people, currencies, today, me }: Known): Value[] {
  const plain = (texts: readonly string[]) => texts.map((text) => ({ text, about: '' }))
  switch (name) {
    case 'category':
      return plain(offered)
    case 'who':
      return people.length < 2 ? [] : [...people.map((person) => personValue(person, me)), ...plain(['everybody'])]
    case 'currency':
      return plain([...new Set([...currencies, ...currencyDecimals.keys()])].map((code) => code.toLowerCase()))
    case 'is':
      return plain([...states.keys()])
    case 'date':
      return plain([monthOf(today), shifted(monthOf(today), -1), today.slice(0, 4), 'all'])
    case 'amount':
    case 'batch':
      return []
  }
}

function personValue({ id, name, email }: Names['people'][number], me: Names['me']): Value {
  return id === me ? { text: 'me', about: name } : { text: email ?? id, about: name }
}

function whole(name: TokenName, text: string, about: string): Option {
  return { text: `${name}:${quoted(text)}`, whole: true, about }
}

/** Whether `text` has a word that begins as what was typed does. */
function fits(typed: string, text: string): boolean {
  const wanted = sameName(typed)
  const name = sameName(text)
  return name.startsWith(wanted) || name.split(/[\s\p{Punctuation}]+/u).some((word) => word.startsWith(wanted))
}
