import test from 'ava'
import fc from 'fast-check'
import { Currency } from '../../../../src/events/money.ts'
import { readFilter, type Filter } from '../../../../src/web/client/expenses/filter.ts'
import type { Names } from '../../../../src/web/client/expenses/filter-token.ts'
import {
  changedBy,
  filterText,
  readFilterText,
  tokensOf,
  wordsText,
} from '../../../../src/web/client/expenses/filter-text.ts'
import { ana, ben, EUR, food, monday } from '../../../examples.ts'

const carla = ana.replace(/.$/, (last) => (last === '0' ? '1' : '0')) as typeof ana
const names: Names = {
  me: ana,
  categories: ['Groceries', 'Eating out', 'Home', 'Home office', 'Say "hi" \\o/'],
  people: [
    { id: ana, name: 'Ana Prüfer', email: 'ana@example.org' },
    { id: ben, name: 'Ben Okafor', email: 'ben@example.org' },
    { id: carla, name: 'Ben Carla', email: 'carla@example.org' },
  ],
}
const usual = readFilter({}, monday)

const reads = test.macro((t, text: string, q: string, changed: Partial<Filter>) => {
  const reading = readFilterText(text, names)
  t.is(reading.q, q)
  t.deepEqual(changedBy(reading.tokens), changed)
  t.true(reading.tokens.every(({ problem }) => problem === undefined))
})
test('words are looked for as they are', reads, ' rent  for May ', 'rent for May', {})
test('quotes keep blanks and what looks like a token', reads, '"is:deleted  now" 12"', 'is:deleted  now 12"', {})
test('what no token is called is a word', reads, '12:30 re:zero mis:deleted', '12:30 re:zero mis:deleted', {})
test('a token stands anywhere', reads, 'bread category:groceries rye', 'bread rye', { category: 'Groceries' })
test('a category is known by the beginning of a word', reads, 'CATEGORY:out', '', { category: 'Eating out' })
test('a whole name wins over a beginning', reads, 'category:home', '', { category: 'Home' })
test('a name in quotes', reads, 'category:"Say \\"hi\\" \\\\o/" x', 'x', { category: 'Say "hi" \\o/' })
test('more than', reads, 'amount>20 amount<-1,5', '', { min: '20.0001', max: '-1.5001' })
test('at least', reads, 'amount>=20.50 amount<=0100', '', { min: '20.5', max: '100' })
test('exactly', reads, 'amount=20', '', { min: '20', max: '20' })
test('from an amount to another', reads, 'amount:-5..7', '', { min: '-5', max: '7' })
test('a currency', reads, 'currency:eur', '', { currency: EUR })
test('a batch', reads, `batch:${ana}`, '', { batch: ana })
test('what is deleted', reads, 'is:deleted', '', { deleted: 'true' })
test('the last of a kind counts', reads, 'is:deleted is:any', '', { deleted: 'all' })
test('a month sets the period', reads, 'date:2026-10', '', { period: '2026-10' })
test('so does a day', reads, 'date:2026-10-03', '', { period: '2026-10-03..2026-10-03' })
test('so do some days', reads, 'date:2026-10-03..2026-10-09', '', { period: '2026-10-03..2026-10-09' })
test('so do all days of a month', reads, 'date:2026-10-01..2026-10-31', '', { period: '2026-10' })
test('so does a day and all of a month', reads, 'date:2026-09-15..2026-10', '', { period: '2026-09-15..2026-10-31' })
test('all time', reads, 'date:all', '', { period: 'all' })
test('a person by an e-mail address', reads, 'who:ben@example.org', '', { whose: ben })
test('a person by a second name', reads, 'who:okafor', '', { whose: ben })
test('oneself by name', reads, 'who:ana', '', { whose: 'own' })
test('oneself', reads, 'who:me', '', { whose: 'own' })
test('everybody', reads, 'who:everybody', '', { whose: 'all' })
test('somebody whom nobody knows any more', reads, `who:${food}`, '', { whose: food as never })

const wrong = test.macro((t, text: string, problem: string) => {
  const { tokens, q } = readFilterText(`rent ${text} now`, names)
  t.is(q, 'rent now')
  t.is(tokens.length, 1)
  const { piece, changed, problem: told } = tokens[0]!
  t.is(told, problem as never)
  t.is(changed, undefined)
  t.deepEqual([piece.start, piece.end], [5, 5 + text.length])
})
test('a token without a value', wrong, 'category:', 'unfinished')
test('more than a category', wrong, 'category>3', 'operator')
test('a category that is not there', wrong, 'category:zebras', 'category')
test('two categories that begin so', wrong, 'category:ho', 'several')
test('an amount with letters', wrong, 'amount>20x', 'amount')
test('an amount past all amounts', wrong, 'amount>9999999999999999.9999', 'amount')
test('half of two amounts', wrong, 'amount:20..', 'amount')
test('a month that no year has', wrong, 'date:2026-13', 'date')
test('days in the wrong order', wrong, 'date:2026-10-09..2026-10-03', 'date')
test('too many days', wrong, 'date:2026..2026..2026', 'date')
test('no currency', wrong, 'currency:gold', 'currency')
test('no batch', wrong, 'batch:mine', 'batch')
test('no state', wrong, 'is:happy', 'is')
test('nobody', wrong, 'who:zoe', 'person')
test('two of them', wrong, 'who:ben', 'several')

test('with everybody’s categories to choose from, any name may be one', (t) => {
  const { tokens } = readFilterText('category:zebras', { ...names, categories: 'any' as const })
  t.deepEqual(changedBy(tokens), { category: 'zebras' })
})
test('before the categories are known, no name is one, and none is wrong', (t) => {
  const [token] = readFilterText('category:groceries', { ...names, categories: undefined }).tokens
  t.is(token?.changed, undefined)
  t.is(token?.problem, undefined)
})
test('who shares a name is written by the e-mail address', (t) => {
  const twins = { ...names, people: names.people.map((person) => ({ ...person, name: 'Ana' })) }
  t.is(filterText({ ...usual, whose: ben }, twins), 'who:ben@example.org')
  t.is(tokensOf({ ...usual, whose: 'all' }, twins)[0]?.text, 'who:everybody')
})
test('what a filter says can be taken away piece by piece', (t) => {
  const filter: Filter = {
    ...usual,
    whose: ben,
    category: 'Home',
    min: '20.0001',
    max: '30',
    currency: EUR,
    deleted: 'all',
  }
  const said = tokensOf(filter, names)
  t.deepEqual(
    said.map(({ text }) => text),
    ['who:"Ben Okafor"', 'category:Home', 'amount>20', 'amount<=30', 'currency:eur', 'is:any'],
  )
  t.deepEqual(Object.assign({}, filter, ...said.map(({ without }) => without)), usual)
  t.is(tokensOf({ ...usual, min: '5', max: '5' }, names)[0]?.text, 'amount:5')
})

const text = fc.oneof(
  fc.string(),
  fc.constantFrom('is:deleted', 'a "b" c', 'amount>', '"', '\\', 'who:x y', 'Ärger 🍞'),
)
const bound = fc.option(
  fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((units) => `${units / 10_000}`),
  { nil: undefined },
)
const filters: fc.Arbitrary<Filter> = fc.record({
  period: fc.constant(usual.period),
  asOf: fc.constant(undefined),
  sort: fc.constant(usual.sort),
  whose: fc.constantFrom<Filter['whose']>('own', 'all', ben, carla),
  q: text,
  category: text,
  min: bound.filter((min) => !min?.includes('e')),
  max: bound.filter((max) => !max?.includes('e')),
  currency: fc.constantFrom(undefined, EUR, Currency.parse('JPY')),
  batch: fc.constantFrom(undefined, ben),
  deleted: fc.constantFrom('false' as const, 'true' as const, 'all' as const),
})
test('any filter comes back from its text', (t) => {
  const any = { ...names, categories: 'any' as const }
  fc.assert(
    fc.property(filters, (filter) => {
      const { q, tokens } = readFilterText(filterText(filter, any), any)
      t.deepEqual({ ...usual, q, ...changedBy(tokens) }, filter)
    }),
    { numRuns: 500 },
  )
})
test('any words come back from their text, whatever they look like', (t) => {
  fc.assert(
    fc.property(text, (q) => {
      const reading = readFilterText(wordsText(q, names), names)
      t.is(reading.q, q)
      t.deepEqual(reading.tokens, [])
    }),
  )
})
