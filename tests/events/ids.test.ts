import test from 'ava'
import fc from 'fast-check'
import { ExpenseId, newId } from '../../src/events/ids.ts'

const V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const anyTime = fc.integer({ min: 0, max: 2 ** 48 - 1 })

test('a new id is a UUID of version 7 that says when it was made', (t) => {
  fc.assert(
    fc.property(anyTime, (now) => {
      const id = newId(now)
      return V7.test(id) && ExpenseId.parse(id) === id && parseInt(id.slice(0, 8) + id.slice(9, 13), 16) === now
    }),
  )
  t.pass()
})

test('later ids sort after earlier ones', (t) => {
  fc.assert(fc.property(anyTime, anyTime, (one, other) => one === other || newId(one) < newId(other) === one < other))
  t.pass()
})

test('of many ids no two are the same', (t) => {
  t.is(new Set(Array.from({ length: 10_000 }, () => newId(0))).size, 10_000)
})

test('an id is the same in upper and in lower case', (t) => {
  t.is(ExpenseId.parse('01970000-0000-7000-8000-00000000F00D'), '01970000-0000-7000-8000-00000000f00d' as ExpenseId)
})

test('what is no UUID is no id', (t) => {
  const almost = ['', 'lunch', '01970000-0000-7000-8000-00000000f00', ' 01970000-0000-7000-8000-00000000f00d', 7]
  const more = [
    '01970000000070008000000000000f00d',
    '01970000-0000-7000-8000-00000000f00d\n',
    "01970000-0000-7000-8000-00000000f00'",
  ]
  for (const text of [...almost, ...more]) t.false(ExpenseId.safeParse(text).success)
})
