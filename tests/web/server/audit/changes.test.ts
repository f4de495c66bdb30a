import test from 'ava'
import { eventTypes, type EventType } from '../../../../src/events/event.ts'
import { Minor } from '../../../../src/events/money.ts'
import { changesIn } from '../../../../src/web/server/audit/changes.ts'
import {
  anaFields,
  ben,
  EUR,
  eur,
  food,
  foodFields,
  JPY,
  KWD,
  lunchAmended,
  oneOfEach,
  travel,
} from '../../../examples.ts'

const nameOf = (id: string) => (id === food ? 'Food' : 'Travel')
const first = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([field, to]) => [field, { to }]))

const changes: { [T in EventType]: object } = {
  UserRegistered: first(anaFields),
  UserChanged: oneOfEach.UserChanged.changes,
  UserDeleted: {},
  UserRestored: {},
  UserErased: {},
  LedgerShared: { with: { to: ben }, role: { to: 'viewer' } },
  ShareEnded: { with: { to: ben } },
  CategoryAdded: first(foodFields),
  CategoryChanged: oneOfEach.CategoryChanged.changes,
  CategoryArchived: {},
  CategoryRestored: { name: { from: 'Food', to: 'FOOD' } },
  ExpenseRecorded: first({
    description: 'Lunch at the harbour',
    date: '2026-11-23',
    amount: '12.50',
    currency: 'EUR',
    categoryId: food,
    category: 'Food',
  }),
  ExpenseAmended: {
    amount: { from: '12.50', to: '9.90' },
    description: { from: 'Lunch at the harbour', to: 'Lunch by the sea' },
  },
  ExpenseDeleted: {},
  ExpenseRestored: {},
}
for (const type of eventTypes) {
  test(`${type} tells what it changed`, (t) => {
    t.deepEqual(changesIn(oneOfEach[type], nameOf) as object, changes[type])
  })
}

test('amounts are in major units of the currency that they had', (t) => {
  const amount = { from: eur('12.00'), to: Minor.parse(12_000) }
  const event = { ...lunchAmended, changes: { amount, currency: { from: EUR, to: KWD } } }
  t.deepEqual(changesIn(event, nameOf), {
    amount: { from: '12.00', to: '12.000' },
    currency: { from: 'EUR', to: 'KWD' },
  })
  const facts = { ...lunchAmended.facts, currency: JPY }
  t.deepEqual(changesIn({ ...lunchAmended, facts, changes: { amount } }, nameOf), {
    amount: { from: '1200', to: '12000' },
  })
})

test('a category is told by its name, too', (t) => {
  t.deepEqual(changesIn({ ...lunchAmended, changes: { categoryId: { from: food, to: travel } } }, nameOf), {
    categoryId: { from: food, to: travel },
    category: { from: 'Food', to: 'Travel' },
  })
})
