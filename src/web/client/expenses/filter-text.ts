import { besideOf } from './amount-bound.ts'
import { unfiltered, type Filter } from './filter.ts'
import { piecesOf, quoted, type Piece } from './filter-pieces.ts'
import { readToken, states, type FilterProblem, type Names } from './filter-token.ts'

/**
 * A filter as people type it: `category:"Eating out" amount>20 amount<=100 date:2026-10 is:deleted`, and words to look for.
 * The last of several tokens of a kind counts. `date` sets the period, which is shown elsewhere: it is read and never written.
 */
export type Reading = {
  /** What the words look for. */
  q: string
  tokens: readonly TokenPiece[]
}
export type TokenPiece = { piece: Piece; changed?: Partial<Filter>; problem?: FilterProblem }

export function readFilterText(text: string, names: Names): Reading {
  const words: string[] = []
  const tokens: TokenPiece[] = []
  for (const piece of piecesOf(text)) {
    const { token, value } = piece
    if (token) tokens.push({ piece, ...readToken(token.name, { operator: token.operator, value, names }) })
    else words.push(value)
  }
  return { q: words.join(' '), tokens }
}

/** What all `tokens` that can be read ask for. */
export function changedBy(tokens: readonly TokenPiece[]): Partial<Filter> {
  return Object.assign({}, ...tokens.map(({ changed = {} }) => changed)) as Partial<Filter>
}

/** One thing that a filter says: as a token, for a chip, and what is left when it is taken away. */
export type Said = { kind: SaidKind; value: string; text: string; without: Partial<Filter> }
export type SaidKind =
  'who' | 'category' | 'over' | 'atLeast' | 'under' | 'atMost' | 'exactly' | 'currency' | 'batch' | 'deleted' | 'any'

/** What `filter` says beside its words, its period and its order. */
export function tokensOf(filter: Filter, names: Pick<Names, 'people'>): Said[] {
  const { whose, category, currency, batch, deleted } = filter
  const said: Said[] = []
  const say = (kind: SaidKind, value: string, text: string, without: Partial<Filter>) =>
    said.push({ kind, value, text, without })
  if (whose !== 'own') say('who', nameOf(whose, names), `who:${quoted(whoText(whose, names))}`, { whose: 'own' })
  if (category !== '') say('category', category, `category:${quoted(category)}`, { category: '' })
  said.push(...boundsOf(filter))
  if (currency !== undefined) say('currency', currency, `currency:${currency.toLowerCase()}`, { currency: undefined })
  if (batch !== undefined) say('batch', '', `batch:${batch}`, { batch: undefined })
  for (const [word, state] of states) {
    if (state === deleted) say(word as 'deleted' | 'any', '', `is:${word}`, { deleted: 'false' })
  }
  return said
}

/** `filter` as a text that reads as the same, but for its period and order. */
export function filterText(filter: Filter, names: Names): string {
  const words = wordsText(filter.q, names)
  return [...tokensOf(filter, names).map(({ text }) => text), ...(words ? [words] : [])].join(' ')
}

/** What looks for `q`: as it is, or in quotes where it would be read as something else. */
export function wordsText(q: string, names: Names): string {
  const { q: read, tokens } = readFilterText(q, names)
  return q && quoted(q, read !== q || tokens.length > 0)
}

function boundsOf({ min, max }: Filter): Said[] {
  if (min !== undefined && min === max) {
    const without = { min: unfiltered.min, max: unfiltered.max }
    return [{ kind: 'exactly', value: min, text: `amount:${min}`, without }]
  }
  const over = min === undefined ? undefined : besideOf(min, 1)
  const under = max === undefined ? undefined : besideOf(max, -1)
  const said = (kind: SaidKind, sign: string, value: string | undefined, without: Partial<Filter>): Said[] =>
    value === undefined ? [] : [{ kind, value, text: `amount${sign}${value}`, without }]
  return [
    ...(over === undefined
      ? said('atLeast', '>=', min, { min: undefined })
      : said('over', '>', over, { min: undefined })),
    ...(under === undefined
      ? said('atMost', '<=', max, { max: undefined })
      : said('under', '<', under, { max: undefined })),
  ]
}

function nameOf(whose: Filter['whose'], { people }: Pick<Names, 'people'>): string {
  return people.find(({ id }) => id === whose)?.name ?? (whose === 'all' ? '' : whose)
}

/** A name that only one has, else the e-mail address where it is known; otherwise the id. */
function whoText(whose: Filter['whose'], { people }: Pick<Names, 'people'>): string {
  if (whose === 'all') return 'everybody'
  const person = people.find(({ id }) => id === whose)
  if (!person) return whose
  const isAlone = people.every(({ id, name }) => id === whose || name !== person.name)
  const isWord = ['me', 'everybody'].includes(person.name.toLowerCase())
  return isAlone && !isWord ? person.name : (person.email ?? whose)
}
