import test from 'ava'
import { nothingYet } from '../../src/commands/folded.ts'
import { remembering } from '../../src/commands/remembering.ts'
import { categoryStream } from '../../src/events/category.ts'
import { expenseStream } from '../../src/events/expense.ts'
import { userStream } from '../../src/events/user.ts'
import { ana, ben, food, lunch } from '../examples.ts'

const seen = (seenAt: number, version = 1) => ({ folded: { ...nothingYet('state'), version }, seenAt })

test('what was seen last is remembered', (t) => {
  const states = remembering(2)
  states.keep(userStream(ana), seen(5))
  states.keep(userStream(ana), seen(7, 2))
  states.keep(userStream(ana), seen(6, 9))
  t.deepEqual(states.get(userStream(ana)), seen(7, 2))
  t.is(states.get(userStream(ben)), undefined)
})

test('expenses are not remembered: there are too many, and few are looked at twice', (t) => {
  const states = remembering(2)
  states.keep(expenseStream(lunch), seen(5))
  t.is(states.get(expenseStream(lunch)), undefined)
})

test('what was not used for longest is forgotten first', (t) => {
  const states = remembering(2)
  states.keep(userStream(ana), seen(1))
  states.keep(userStream(ben), seen(2))
  states.keep(userStream(ana), seen(3))
  states.keep(categoryStream(food), seen(4))
  t.is(states.get(userStream(ben)), undefined)
  t.deepEqual(states.get(userStream(ana)), seen(3))
  t.deepEqual(states.get(categoryStream(food)), seen(4))
})
