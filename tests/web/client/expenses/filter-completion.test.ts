import test from 'ava'
import { completed, completionAt, type Known } from '../../../../src/web/client/expenses/filter-completion.ts'
import { ana, ben, monday } from '../../../examples.ts'

const known: Known = {
  me: ana,
  categories: undefined,
  offered: ['Groceries', 'Eating out', 'Car'],
  people: [
    { id: ana, name: 'Ana Prüfer', email: 'ana@example.org' },
    { id: ben, name: 'Ben Okafor', email: 'ben@example.org' },
  ],
  currencies: ['EUR'],
  today: monday,
}
const textsAt = (text: string, caret = text.length, who = known) =>
  completionAt(text, caret, who).options.map(({ text }) => text)

test('where nothing is typed any token can begin', (t) => {
  const all = ['category:', 'amount>', 'amount<', 'amount:', 'date:', 'currency:', 'is:deleted', 'is:any', 'who:']
  t.deepEqual(textsAt(''), all)
  t.deepEqual(textsAt('rent '), all)
})
test('who is alone is not asked whose', (t) => {
  const alone = { ...known, people: known.people.slice(0, 1) }
  t.false(textsAt('', 0, alone).includes('who:'))
  t.deepEqual(textsAt('who:', 4, alone), [])
})
test('a word may be the beginning of a token, a category or a person', (t) => {
  t.deepEqual(textsAt('ca'), ['category:', 'category:Car'])
  t.deepEqual(textsAt('rent OUT'), ['category:"Eating out"'])
  t.deepEqual(textsAt('oka'), ['who:ben@example.org'])
  t.deepEqual(textsAt('zebra'), [])
})
test('a token is offered the values that begin so', (t) => {
  t.deepEqual(textsAt('category:'), ['category:Groceries', 'category:"Eating out"', 'category:Car'])
  t.deepEqual(textsAt('x category:gr y', 13), ['category:Groceries'])
  t.deepEqual(textsAt('is:'), ['is:deleted', 'is:any'])
  t.deepEqual(textsAt('date:2026-1'), ['date:2026-11', 'date:2026-10'])
  t.deepEqual(textsAt('who:prü'), ['who:me'])
  t.is(textsAt('currency:')[0], 'currency:eur')
  t.deepEqual(textsAt('currency:chf'), [])
  t.deepEqual(textsAt('amount>2'), [])
})
test('a whole token takes the place of its beginning, and a blank follows', (t) => {
  const at = completionAt('x cat y', 5, known)
  t.deepEqual(completed('x cat y', at, at.options[0]!), { text: 'x category: y', caret: 11 })
  const end = completionAt('x out', 5, known)
  t.deepEqual(completed('x out', end, end.options[0]!), { text: 'x category:"Eating out" ', caret: 24 })
})
