import test from 'ava'
import type { Row } from '../../src/projections/projection.ts'
import { userTotals } from '../../src/projections/user-totals.ts'
import { Minor } from '../../src/events/money.ts'
import {
  ana,
  ben,
  dinner,
  EUR,
  eur,
  lunchAmended,
  lunchDeleted,
  lunchFacts,
  lunchRecorded,
  lunchRestored,
  USD,
} from '../examples.ts'
import { storyOf } from './story.ts'

const story = storyOf(userTotals)
const dinnerRecorded = { ...lunchRecorded, expenseId: dinner, amount: eur('30') }

test('each user has a count and a total per currency', story, {
  given: [
    lunchRecorded,
    dinnerRecorded,
    { ...lunchRecorded, expenseId: dinner, currency: USD },
    { ...lunchRecorded, userId: ben },
  ],
  then: { [`${ana} EUR`]: sum(2, '4250'), [`${ana} USD`]: sum(1, '1250'), [`${ben} EUR`]: sum(1, '1250') },
})

test('an amendment takes the old amount out and puts the new one in', story, {
  given: [lunchRecorded, dinnerRecorded, lunchAmended],
  then: { [`${ana} EUR`]: sum(2, '3990') },
})

test('an amendment of the words alone changes no total', story, {
  given: [lunchRecorded, { ...lunchAmended, changes: {} }],
  then: { [`${ana} EUR`]: sum(1, '1250') },
})

test('an amendment of the currency moves the expense from one total to the other', story, {
  given: [lunchRecorded, { ...lunchAmended, changes: { currency: { from: EUR, to: USD } } }],
  then: { [`${ana} EUR`]: sum(0, '0'), [`${ana} USD`]: sum(1, '1250') },
})

test('a deleted expense is in no total, a restored one is again', story, {
  given: [
    lunchRecorded,
    dinnerRecorded,
    lunchDeleted,
    { ...lunchDeleted, facts: { ...lunchFacts, amount: eur('30') } },
  ],
  then: { [`${ana} EUR`]: sum(0, '0') },
})

test('a restored expense is in its total again', story, {
  given: [lunchRecorded, lunchDeleted, lunchRestored],
  then: { [`${ana} EUR`]: sum(1, '1250') },
})

test('a total is exact where no number is', story, {
  given: [1, 2, 3].map(() => ({ ...lunchRecorded, amount: Minor.parse(Number.MAX_SAFE_INTEGER) })),
  then: { [`${ana} EUR`]: sum(3, '27021597764222973') },
})

function sum(count: number, total: string): Row {
  return { count, total }
}
