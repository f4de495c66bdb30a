import test from 'ava'
import { userStream } from '../../../../src/events/user.ts'
import { categoryStream } from '../../../../src/events/category.ts'
import { expenseStream } from '../../../../src/events/expense.ts'
import {
  ana,
  anaChanged,
  anaRegistered,
  ben,
  food,
  foodAdded,
  foodChanged,
  foodRestored,
  lunch,
} from '../../../examples.ts'
import { lunchAmended, lunchRecorded } from '../../../examples.ts'
import { lastOf } from './told.ts'

const { names } = lastOf(
  [anaRegistered, foodAdded, lunchRecorded, foodChanged, anaChanged, lunchAmended, foodRestored],
  ana,
)

test('a name holds until just after the event that gives another one', (t) => {
  const called = [1, 2, 3, 4, 5, 6, 7, 8].map((position) => names.then(categoryStream(food), position))
  t.deepEqual(called, ['Food', 'Food', 'Food', 'Food', 'Groceries', 'Groceries', 'Groceries', 'FOOD'])
  t.deepEqual([names.then(userStream(ana), 5), names.then(userStream(ana), 6)], ['Ana Prüfer', 'Ana Lindqvist'])
  t.is(names.then(expenseStream(lunch), 6), 'Lunch at the harbour')
})

test('the newest name is that of today', (t) => {
  t.is(names.now(categoryStream(food)), 'FOOD')
  t.is(names.now(userStream(ana)), 'Ana Lindqvist')
  t.is(names.now(expenseStream(lunch)), 'Lunch by the sea')
})

test('what nobody has heard of has no name', (t) => {
  t.is(names.then(userStream(ben), 3), '')
  t.is(names.now(userStream(ben)), '')
})
