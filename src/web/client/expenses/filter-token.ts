import type { UserId } from '../../../events/ids.ts'
import type { Currency } from '../../../events/money.ts'
import { sameName } from '../../../events/same-name.ts'
import { isCurrency } from '../kept.ts'
import { readId } from '../read-id.ts'
import { periodOf, readPeriod, spanOf, type Period } from '../scope/period.ts'
import { beside, readBound } from './amount-bound.ts'
import type { Filter } from './filter.ts'
import type { Operator, TokenName } from './filter-pieces.ts'

/** Who and what can be named. `any` name may be a category of everybody's; before one's own are known, none is read. */
export type Names = {
  me: UserId
  categories: readonly string[] | 'any' | undefined
  people: readonly { id: UserId; name: string; email?: string }[]
}
export type FilterProblem =
  'unfinished' | 'operator' | 'amount' | 'date' | 'currency' | 'batch' | 'is' | 'category' | 'person' | 'several'
export type TokenReading = { changed?: Partial<Filter>; problem?: FilterProblem }
type Asked = { operator: Operator; value: string; names: Names }

/** What a token asks for, or why it asks for nothing; neither while that is not known yet. */
export function readToken(name: TokenName, asked: Asked): TokenReading {
  if (asked.value === '') return { problem: 'unfinished' }
  if (asked.operator !== ':' && name !== 'amount') return { problem: 'operator' }
  return readers[name](asked)
}

const readers: Record<TokenName, (asked: Asked) => TokenReading> = {
  category({ value, names: { categories } }) {
    if (!categories) return {}
    if (categories === 'any') return { changed: { category: value } }
    const found = named(value, categories, (name) => name)
    return typeof found === 'object' ? { changed: { category: found.one } } : { problem: found ?? 'category' }
  },
  amount: ({ operator, value }) => or('amount', operator === ':' ? amounts(value) : bound(operator, readBound(value))),
  date: ({ value }) => or('date', periodNamed(value), (period) => ({ period })),
  currency: ({ value }) => or('currency', currencyNamed(value), (currency) => ({ currency })),
  batch: ({ value }) => or('batch', readId(value), (batch) => ({ batch })),
  is: ({ value }) => or('is', states.get(value.toLowerCase()), (deleted) => ({ deleted })),
  who({ value, names: { me, people } }) {
    const word = value.toLowerCase()
    if (word === 'me') return { changed: { whose: 'own' } }
    if (word === 'everybody') return { changed: { whose: 'all' } }
    const person = people.find(({ id, email }) => id === value || email?.toLowerCase() === word)
    const found = person ? { one: person } : named(value, people, ({ name }) => name)
    if (typeof found === 'object') return { changed: { whose: found.one.id === me ? 'own' : found.one.id } }
    const id = found === undefined ? readId<UserId>(value) : undefined
    return id === undefined ? { problem: found ?? 'person' } : { changed: { whose: id } }
  },
}

export const states: ReadonlyMap<string, Filter['deleted']> = new Map([
  ['deleted', 'true'],
  ['any', 'all'],
])

function or<T>(
  problem: FilterProblem,
  value: T | undefined,
  change: (value: T) => Partial<Filter> = (changed) => changed as Partial<Filter>,
): TokenReading {
  return value === undefined ? { problem } : { changed: change(value) }
}

/** Exactly these amounts, `20`, or from one to another, `20..40`. */
function amounts(value: string): Partial<Filter> | undefined {
  const ends = value.split('..').map(readBound)
  const [min, max] = [ends[0], ends.at(-1)]
  return min === undefined || max === undefined || ends.length > 2 ? undefined : { min, max }
}

function bound(operator: Operator, value: string | undefined): Partial<Filter> | undefined {
  if (value === undefined) return undefined
  if (operator === '>=') return { min: value }
  if (operator === '<=') return { max: value }
  const next = readBound(beside(value, operator === '>' ? 1 : -1))
  return next === undefined ? undefined : operator === '>' ? { min: next } : { max: next }
}

function currencyNamed(text: string): Currency | undefined {
  const code = text.toUpperCase()
  return isCurrency(code) ? code : undefined
}

/** `all`, a year, a month or a day, or from one such to another. */
function periodNamed(text: string): Period | undefined {
  const ends = text.split('..').map((end) => readPeriod(/^\d{4}-\d\d-\d\d$/.test(end) ? `${end}..${end}` : end, ''))
  if (ends.length > 2 || ends.some((end) => !end)) return undefined
  if (text === 'all') return 'all'
  const [{ from = '' } = {}, { to = '' } = {}] = [ends[0], ends.at(-1)].map((end) => end && spanOf(end))
  return from && to && from <= to ? periodOf({ from, to }) : undefined
}

/** The one of `all` that has `text` as its name, or the only one with a word that begins so. */
function named<T>(text: string, all: readonly T[], nameOf: (one: T) => string): { one: T } | 'several' | undefined {
  const wanted = sameName(text)
  const words = (one: T) => sameName(nameOf(one)).split(/[\s\p{Punctuation}]+/u)
  const exact = all.filter((one) => sameName(nameOf(one)) === wanted)
  const begin = (one: T) => sameName(nameOf(one)).startsWith(wanted) || words(one).some((w) => w.startsWith(wanted))
  const [found, ...more] = exact.length > 0 ? exact : all.filter(begin)
  return found === undefined ? undefined : more.length > 0 ? 'several' : { one: found }
}
