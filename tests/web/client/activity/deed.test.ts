import test from 'ava'
import { deedOf } from '../../../../src/web/client/activity/deed.ts'
import { fieldsOf } from '../../../../src/web/client/activity/fields.ts'
import { openFormat } from '../../../../src/web/client/format.ts'
import { EUR, USD } from '../../../examples.ts'
import { lunchEntry } from './examples.ts'

type Changes = (typeof lunchEntry)['changes']
const told = test.macro((t, summary: string, changes: Changes, expected: ReturnType<typeof deedOf>) => {
  t.deepEqual(deedOf({ ...lunchEntry, summary, changes }), expected)
})
const format = openFormat('en-GB')
const fieldsIn = (summary: string, changes: Changes, type = 'ExpenseAmended') => {
  const entry = { ...lunchEntry, type, summary, changes }
  return fieldsOf(entry, deedOf(entry), format)
}

test(
  'what was recorded',
  told,
  lunchEntry.summary,
  {},
  {
    ...{ who: 'Ana', did: 'recorded', thing: '“Lunch”' },
    facts: { amount: '12.50', currency: EUR, date: '2026-11-23', category: 'Food' },
  },
)
test(
  'what was deleted, of somebody else',
  told,
  'Ana deleted Ben’s “A: “b” in c”: -3 USD on 2026-11-23',
  {},
  {
    ...{ who: 'Ana', did: 'deleted', thing: 'Ben’s “A: “b” in c”' },
    facts: { amount: '-3', currency: USD, date: '2026-11-23', category: undefined },
  },
)
test(
  'one field that was changed',
  told,
  'Ana changed the amount of “From A to B” from 12.00 EUR to 14.50 EUR',
  { amount: { from: '12.00', to: '14.50' } },
  {
    ...{ who: 'Ana', did: 'changed the amount of', thing: '“From A to B”' },
    sums: { from: { amount: '12.00', currency: EUR }, to: { amount: '14.50', currency: EUR } },
  },
)
test(
  'a category and its id are one field, an amount and its currency as well',
  told,
  'Ana changed the amount of “Lunch” from 1 EUR to 1 USD and the category from “Food” to “Travel”',
  {
    ...{ currency: { from: 'EUR', to: 'USD' }, amount: { from: '1', to: '1' } },
    ...{ categoryId: { from: 'f', to: 't' }, category: { from: 'Food', to: 'Travel' } },
  },
  {
    ...{ who: 'Ana', did: 'changed 2 fields of', thing: '“Lunch”' },
    sums: { from: { amount: '1', currency: EUR }, to: { amount: '1', currency: USD } },
  },
)
test(
  'a profile',
  told,
  'Ana changed the e-mail address of Ben’s profile from a to b',
  { email: { from: 'a', to: 'b' } },
  {
    ...{ who: 'Ana', did: 'changed the e-mail address of', thing: 'Ben’s profile' },
  },
)
test(
  'what has no amounts stays as it is worded',
  told,
  'Ana registered',
  {},
  {
    ...{ who: 'Ana', did: 'registered', thing: '' },
  },
)
test(
  'a summary that does not begin with its actor is not taken apart',
  told,
  'Anastasia left',
  {},
  {
    ...{ who: '', did: 'Anastasia left', thing: '' },
  },
)
test('the command line is nobody', (t) => {
  const entry = { ...lunchEntry, actor: null, summary: 'The command line archived the category “Food”' }
  t.deepEqual(deedOf(entry), { who: 'The command line', did: 'archived the category “Food”', thing: '' })
})

test('fields are written as the person writes them', (t) => {
  const summary = 'Ana changed the amount of “Lunch” from 12.00 EUR to 14.50 EUR and the date from … to …'
  const changes = {
    ...{ date: { from: '2026-11-22', to: '2026-11-23' }, amount: { from: '12.00', to: '14.50' } },
    ...{ categoryId: { from: 'f', to: 't' }, category: { from: 'Food', to: 'Travel' } },
  }
  t.deepEqual(fieldsIn(summary, changes), [
    { field: 'amount', from: '€12.00', to: '€14.50' },
    { field: 'date', from: '22 Nov 2026', to: '23 Nov 2026' },
    { field: 'category', from: 'Food', to: 'Travel' },
  ])
})
test('a currency that changes alone shows with its amount', (t) => {
  const summary = 'Ana changed the amount of “Lunch” from 12.50 EUR to 12.50 USD'
  const changes = { currency: { from: 'EUR', to: 'USD' } }
  t.deepEqual(fieldsIn(summary, changes), [{ field: 'amount', from: '€12.50', to: 'US$12.50' }])
})
test('the currency of a profile is a field of its own', (t) => {
  const changes = { currency: { from: 'EUR', to: 'USD' } }
  const summary = 'Ana changed the currency of their own profile from EUR to USD'
  t.deepEqual(fieldsIn(summary, changes, 'UserChanged'), [{ field: 'currency', from: 'EUR', to: 'USD' }])
})
test('what something was first is no change', (t) => {
  t.deepEqual(fieldsIn(lunchEntry.summary, { description: { to: 'Lunch' } }, 'ExpenseRecorded'), [])
})
