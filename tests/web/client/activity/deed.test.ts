import test from 'ava'
import type { EventType } from '../../../../src/events/event.ts'
import { categoryStream } from '../../../../src/events/category.ts'
import { userStream } from '../../../../src/events/user.ts'
import { deedOf, type Deed } from '../../../../src/web/client/activity/deed.ts'
import { fieldsOf } from '../../../../src/web/client/activity/fields.ts'
import { openFormat } from '../../../../src/web/client/format.ts'
import { ben, EUR, food, JPY, USD } from '../../../examples.ts'
import { lunchEntry } from './examples.ts'

type Entry = typeof lunchEntry
type Told = Omit<Partial<Entry>, 'type'> & { type: EventType }
const entryOf = (told: Told): Entry => ({ ...lunchEntry, ...told })

const { about } = lunchEntry
const amended = (changes: Entry['changes']): Told => ({ type: 'ExpenseAmended', changes })
const ofBen = (type: EventType, more: Omit<Partial<Entry>, 'type'> = {}): Told => {
  return { type, userId: ben, stream: userStream(ben), about: { name: 'Ben', owner: 'Ben' }, ...more }
}
const ofFood = (type: EventType, changes: Entry['changes'] = {}): Told => {
  return { type, stream: categoryStream(food), changes, about: { name: 'Food', owner: 'Ana' } }
}

const said = ({ who, did, thing, more }: Deed) => [who, did, thing, more].filter(Boolean).join(' ')
const sentences: [Told, string][] = [
  [{ type: 'ExpenseRecorded' }, 'Ana recorded “Lunch”'],
  [{ type: 'ExpenseDeleted', userId: ben, about: { ...about, owner: 'Ben' } }, 'Ana deleted Ben’s “Lunch”'],
  [{ type: 'ExpenseRestored', actor: null }, 'The command line restored Ana’s “Lunch”'],
  [amended({ date: { from: '2026-11-22', to: '2026-11-23' } }), 'Ana changed the date of “Lunch”'],
  [
    amended({
      ...{ currency: { from: 'EUR', to: 'USD' }, amount: { from: '1', to: '1' } },
      ...{ categoryId: { from: 'f', to: 't' }, category: { from: 'Food', to: 'Travel' } },
    }),
    'Ana changed 2 fields of “Lunch”',
  ],
  [ofFood('CategoryAdded', { name: { to: 'Food' } }), 'Ana added the category “Food”'],
  [
    ofFood('CategoryChanged', { colour: { from: '#000000', to: '#ffffff' } }),
    'Ana changed the colour of the category “Food”',
  ],
  [ofFood('CategoryArchived'), 'Ana archived the category “Food”'],
  [ofFood('CategoryRestored'), 'Ana brought back the category “Food”'],
  [
    ofFood('CategoryRestored', { name: { from: 'Food', to: 'Meals' } }),
    'Ana brought back the category “Food” as “Meals”',
  ],
  [{ type: 'UserRegistered', about: { name: 'Ana', owner: 'Ana' } }, 'Ana registered'],
  [ofBen('UserRegistered'), 'Ana added Ben’s profile'],
  [
    ofBen('UserChanged', { changes: { email: { from: 'a', to: 'b' } } }),
    'Ana changed the e-mail address of Ben’s profile',
  ],
  [ofBen('UserDeleted'), 'Ana deleted Ben’s profile'],
  [ofBen('UserRestored'), 'Ana restored Ben’s profile'],
  [ofBen('UserErased'), 'Ana erased Ben’s profile and all their words'],
  [{ type: 'UserErased', about: { name: '', owner: '' } }, 'Ana erased all their own words'],
  [
    { type: 'LedgerShared', changes: { role: { to: 'auditor' } }, about: { name: 'Ana', owner: 'Ana', with: 'Ben' } },
    'Ana shared their own ledger with Ben, who may audit it',
  ],
  [
    ofBen('ShareEnded', { about: { name: 'Ben', owner: 'Ben', with: 'Cleo' } }),
    'Ana no longer shares Ben’s ledger with Cleo',
  ],
]
for (const [told, sentence] of sentences) {
  test(`an event is said in the words of the page: ${sentence}`, (t) => t.is(said(deedOf(entryOf(told))), sentence))
}

test('an event of a type that only a newer ledger knows is said in the ledger’s words', (t) => {
  const deed = deedOf({ ...lunchEntry, type: 'ExpenseSplit', summary: 'Ana split “Lunch” with Ben' })
  t.deepEqual(deed, { who: '', did: 'Ana split “Lunch” with Ben', thing: '', more: '' })
})
test('what an expense was stands beside what was done to it', (t) => {
  const facts = { amount: '12.50', currency: EUR, date: '2026-11-23' }
  t.deepEqual(deedOf(lunchEntry).facts, { ...facts, category: 'Food' })
  const { category: _category, ...before } = about
  t.deepEqual(deedOf(entryOf({ type: 'ExpenseDeleted', about: before })).facts, { ...facts, category: undefined })
  t.is(deedOf(entryOf(amended({ date: { to: '2026-11-23' } }))).facts, undefined)
})

const format = openFormat('en-GB')
const fieldsIn = (told: Told) => fieldsOf(entryOf(told), deedOf(entryOf(told)), format)

test('fields are written as the person writes them', (t) => {
  const changes = {
    ...{ date: { from: '2026-11-22', to: '2026-11-23' }, amount: { from: '12.50', to: '14.50' } },
    ...{ categoryId: { from: 'f', to: 't' }, category: { from: 'Food', to: 'Travel' } },
  }
  t.deepEqual(fieldsIn(amended(changes)), [
    { field: 'amount', from: '€12.50', to: '€14.50' },
    { field: 'date', from: '22 Nov 2026', to: '23 Nov 2026' },
    { field: 'category', from: 'Food', to: 'Travel' },
  ])
})
test('a currency that changes alone shows with its amount, which has the same minor units', (t) => {
  const changed = (to: string) => fieldsIn(amended({ currency: { from: 'EUR', to } }))
  t.deepEqual(changed(USD), [{ field: 'amount', from: '€12.50', to: 'US$12.50' }])
  t.deepEqual(changed(JPY), [{ field: 'amount', from: '€12.50', to: 'JP¥1,250' }])
})
test('the currency of a profile is a field of its own', (t) => {
  const changes = { currency: { from: 'EUR', to: 'USD' } }
  t.deepEqual(fieldsIn(ofBen('UserChanged', { changes })), [{ field: 'currency', from: 'EUR', to: 'USD' }])
})
test('what something was first is no change', (t) => {
  t.deepEqual(fieldsIn({ type: 'ExpenseRecorded', changes: { description: { to: 'Lunch' } } }), [])
})
