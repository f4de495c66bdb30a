import test from 'ava'
import { Minor } from '../../src/events/money.ts'
import { expenses } from '../../src/projections/expenses/projection.ts'
import {
  ana,
  ben,
  EUR,
  eur,
  food,
  JPY,
  KWD,
  lunch,
  lunchAmended,
  lunchDeleted,
  lunchFacts,
  lunchRecorded,
  lunchRestored,
  travel,
  tuesday,
} from '../examples.ts'
import { storyOf } from './story.ts'

const story = storyOf(expenses)

test('a recorded expense is there, with who recorded it and when', story, {
  given: [lunchRecorded],
  by: ben,
  then: {
    [lunch]: {
      id: lunch,
      userId: ana,
      categoryId: food,
      description: 'Lunch at the harbour',
      search: 'lunch at the harbour',
      date: '2026-11-23',
      amount: 1250,
      currency: 'EUR',
      major: '12.5000',
      version: 1,
      position: 1,
      recordedAt: '2026-11-23 12:00:00.000001',
      changedAt: '2026-11-23 12:00:00.000001',
      changedBy: ben,
      deleted: 0,
    },
  },
})

test('an amendment shows, also in what is searched and sorted by', story, {
  given: [lunchRecorded, lunchAmended],
  by: ana,
  then: {
    [lunch]: {
      description: 'Lunch by the sea',
      search: 'lunch by the sea',
      amount: 990,
      major: '9.9000',
      categoryId: food,
      date: '2026-11-23',
      version: 2,
      position: 1,
      recordedAt: '2026-11-23 12:00:00.000001',
      changedAt: '2026-11-23 12:00:00.000002',
      changedBy: ana,
    },
  },
})

test('category, date and currency can change without the amount', story, {
  given: [
    lunchRecorded,
    {
      ...lunchAmended,
      changes: {
        categoryId: { from: food, to: travel },
        date: { from: lunchFacts.date, to: tuesday },
        currency: { from: EUR, to: KWD },
      },
    },
  ],
  then: { [lunch]: { categoryId: travel, date: '2026-11-24', currency: 'KWD', amount: 1250, major: '1.2500' } },
})

test('amounts compare in major units, whatever the decimals of their currency', story, {
  given: [{ ...lunchRecorded, amount: Minor.parse(-Number.MAX_SAFE_INTEGER), currency: JPY }],
  then: { [lunch]: { major: '-9007199254740991.0000' } },
})

test('a deleted expense stays, as deleted', story, {
  given: [lunchRecorded, lunchDeleted],
  then: { [lunch]: { amount: eur('12.50'), version: 2, deleted: 1, changedBy: null } },
})

test('a restored expense is there again, as it was', story, {
  given: [lunchRecorded, lunchAmended, lunchDeleted, lunchRestored],
  then: { [lunch]: { amount: eur('9.90'), description: 'Lunch by the sea', version: 4, deleted: 0 } },
})

test('the search knows no case, no composition and no final sigma', story, {
  given: [{ ...lunchRecorded, description: 'CAFE\u0301 ΟΔΟΣ 🚀' }],
  then: { [lunch]: { description: 'CAFE\u0301 ΟΔΟΣ 🚀', search: 'café οδοσ 🚀' } },
})
