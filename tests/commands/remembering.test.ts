import test from 'ava'
import { nothingYet } from '../../src/commands/folded.ts'
import { remembering } from '../../src/commands/remembering.ts'
import { categoryStream } from '../../src/events/category.ts'
import type { Stream } from '../../src/events/event.ts'
import { expenseStream } from '../../src/events/expense.ts'
import { userStream } from '../../src/events/user.ts'
import { ana, ben, food, lunch } from '../examples.ts'

const at = (version: number) => ({ ...nothingYet('state'), version })
const states = (stream: Stream, version = 1) => new Map([[stream, at(version)]])
const holders = (key: string, holder: Stream | null) => new Map([[key, holder]])
const none = new Map<never, never>()

test('what was seen last is remembered', (t) => {
  const remembered = remembering(2)
  remembered.keep(states(userStream(ana)), holders('email ana', null), 5)
  remembered.keep(states(userStream(ana), 2), holders('email ana', userStream(ana)), 7)
  remembered.keep(states(userStream(ana), 9), holders('email ana', userStream(ben)), 6)
  t.deepEqual(remembered.state(userStream(ana)), { folded: at(2), seenAt: 7 })
  t.deepEqual(remembered.holder('email ana'), { holder: userStream(ana), seenAt: 7 })
  t.is(remembered.state(userStream(ben)), undefined)
  t.is(remembered.holder('email ben'), undefined)
})

test('that nobody holds a claim is remembered, too', (t) => {
  const remembered = remembering(2)
  remembered.keep(none, holders('email ana', null), 5)
  t.deepEqual(remembered.holder('email ana'), { holder: null, seenAt: 5 })
})

test('expenses are not remembered: there are too many, and few are looked at twice', (t) => {
  const remembered = remembering(2)
  remembered.keep(states(expenseStream(lunch)), none, 5)
  t.is(remembered.state(expenseStream(lunch)), undefined)
})

test('what was not used for longest is forgotten first', (t) => {
  const remembered = remembering(2)
  remembered.keep(states(userStream(ana)), holders('a', null), 1)
  remembered.keep(states(userStream(ben)), holders('b', null), 2)
  remembered.keep(states(userStream(ana)), holders('a', null), 3)
  remembered.keep(states(categoryStream(food)), holders('c', null), 4)
  t.is(remembered.state(userStream(ben)), undefined)
  t.is(remembered.holder('b'), undefined)
  t.is(remembered.state(userStream(ana))?.seenAt, 3)
  t.is(remembered.holder('a')?.seenAt, 3)
  t.is(remembered.state(categoryStream(food))?.seenAt, 4)
  t.is(remembered.holder('c')?.seenAt, 4)
})
