import test from 'ava'
import { beginningOf, newIdIn } from '../../src/events/batch.ts'
import { newId, UserId } from '../../src/events/ids.ts'

test('the ids of a batch’s commands begin alike, and are all different', (t) => {
  const batch = newId()
  const ids = Array.from({ length: 1_000 }, () => newIdIn(batch))
  t.is(new Set(ids).size, 1_000)
  for (const id of ids) t.true(id.startsWith(beginningOf(batch)) && UserId.safeParse(id).success, id)
  t.true(batch.startsWith(beginningOf(batch)))
})

test('other commands hardly ever begin like a batch’s', (t) => {
  const beginning = beginningOf(newId())
  const others = Array.from({ length: 1_000 }, () => newId()).filter((id) => id.startsWith(beginning))
  t.true(others.length < 10, `${others.length}`)
})
