import type { LedgerEvent, Metadata } from '../../src/events/event.ts'
import type { ExpenseFields } from '../../src/events/expense.ts'
import { CategoryId, ExpenseId, UserId } from '../../src/events/ids.ts'
import { Minor } from '../../src/events/money.ts'
import {
  ana,
  anaChanged,
  anaRegistered,
  ben,
  benDeleted,
  benRegistered,
  dinner,
  EUR,
  eur,
  food,
  foodAdded,
  foodArchived,
  JPY,
  lunch,
  lunchAmended,
  lunchFacts,
  lunchRecorded,
  monday,
  travel,
  travelAdded,
  tuesday,
  USD,
  type Of,
} from '../examples.ts'

type Amended = Of<'ExpenseAmended'>
type Command = { by: UserId | null; metadata: Metadata; events: readonly LedgerEvent[] }

const cli: Metadata = { origin: 'cli', correlationId: 'the command line' }
const web: Metadata = { origin: 'web', correlationId: 'a “request”' }
const api: Metadata = { origin: 'api', correlationId: 'a token', batch: 'all of October' }
const imported: Metadata = { origin: 'import', correlationId: 'an upload', batch: 'bank.csv' }

const aboutLunch = { expenseId: lunch, userId: ana }
const aboutDinner = { expenseId: dinner, userId: ben }
const aboutFood = { categoryId: food, userId: ana }
const aboutTravel = { categoryId: travel, userId: ana }
const cheaper = { ...lunchFacts, amount: eur('9.90') }
const moved = { ...cheaper, categoryId: travel, date: tuesday, currency: USD }
const yen: ExpenseFields = {
  categoryId: food,
  date: monday,
  amount: Minor.parse(-1200),
  currency: JPY,
  description: '🍣 夕食',
}
const { description: _description, ...yenFacts } = yen
const zoe = UserId.parse('01970000-0000-7000-8000-00000000020e')
const garden = CategoryId.parse('01970000-0000-7000-8000-0000000a4de0')
const bulbs = ExpenseId.parse('01970000-0000-7000-8000-00000000b01b')
const tulips: ExpenseFields = { ...yen, categoryId: garden, currency: EUR, description: 'Tulips' }

/**
 * What a golden ledger holds: every type of event; personal text that is new, changed, changed beside what is not
 * personal, and not there at all; every origin, batches, nobody and somebody else as actor.
 */
export const story: readonly Command[] = [
  { by: null, metadata: cli, events: [anaRegistered] },
  { by: ana, metadata: web, events: [benRegistered] },
  { by: ana, metadata: web, events: [foodAdded, lunchRecorded] },
  { by: ana, metadata: api, events: [travelAdded] },
  { by: ben, metadata: imported, events: [{ type: 'ExpenseRecorded', ...aboutDinner, ...yen }] },
  { by: ana, metadata: web, events: [lunchAmended] },
  {
    by: ana,
    metadata: api,
    events: [
      amended({ categoryId: change(food, travel), date: change(monday, tuesday), currency: change(EUR, USD) }, cheaper),
    ],
  },
  {
    by: ana,
    metadata: web,
    events: [amended({ description: change('Lunch by the sea', 'Lunch,\nthe “long” one') }, moved)],
  },
  { by: ana, metadata: api, events: [{ type: 'ExpenseDeleted', ...aboutLunch, facts: moved }] },
  { by: ben, metadata: imported, events: [{ type: 'ExpenseDeleted', ...aboutDinner, facts: yenFacts }] },
  { by: ana, metadata: web, events: [{ type: 'ExpenseRestored', ...aboutLunch, facts: moved }] },
  { by: ana, metadata: web, events: [anaChanged] },
  {
    by: ana,
    metadata: web,
    events: [{ type: 'UserChanged', userId: ben, changes: { role: change('member', 'admin') } }],
  },
  {
    by: ana,
    metadata: web,
    events: [
      {
        type: 'CategoryChanged',
        ...aboutFood,
        changes: { name: change('Food', 'Groceries'), colour: change('#3d9068', '#c94f6d') },
      },
    ],
  },
  {
    by: ana,
    metadata: web,
    events: [{ type: 'CategoryChanged', ...aboutTravel, changes: { colour: change('#3b7dd8', '#6f42c1') } }],
  },
  { by: ana, metadata: web, events: [foodArchived] },
  {
    by: ana,
    metadata: api,
    events: [{ type: 'CategoryRestored', ...aboutFood, changes: { name: change('Groceries', 'GROCERIES') } }],
  },
  { by: ana, metadata: web, events: [{ type: 'CategoryArchived', ...aboutTravel }] },
  { by: ana, metadata: web, events: [{ type: 'CategoryRestored', ...aboutTravel, changes: {} }] },
  { by: ana, metadata: cli, events: [benDeleted] },
  { by: null, metadata: cli, events: [{ type: 'UserRestored', userId: ben }] },
  { by: ana, metadata: web, events: [{ type: 'LedgerShared', userId: ana, with: ben, role: 'editor' }] },
  { by: ana, metadata: web, events: [{ type: 'ShareEnded', userId: ana, with: ben }] },
  { by: ana, metadata: web, events: [{ type: 'LedgerShared', userId: ana, with: ben, role: 'auditor' }] },
  // The last one's key is not kept: who reads this has nothing to open these words with.
  { by: ana, metadata: web, events: [{ ...benRegistered, userId: zoe, name: 'Zoe', email: 'zoe@example.com' }] },
  { by: zoe, metadata: web, events: [{ ...foodAdded, categoryId: garden, userId: zoe, name: 'Garden' }] },
  { by: zoe, metadata: web, events: [{ type: 'ExpenseRecorded', expenseId: bulbs, userId: zoe, ...tulips }] },
  {
    by: ana,
    metadata: web,
    events: [
      { type: 'UserDeleted', userId: zoe },
      { type: 'UserErased', userId: zoe },
    ],
  },
]

function amended(changes: Amended['changes'], facts: Amended['facts']): Amended {
  return { type: 'ExpenseAmended', ...aboutLunch, changes, facts }
}

function change<const T>(from: T, to: T) {
  return { from, to }
}
