import test from 'ava'
import { openUndo } from '../../../../src/web/client/expenses/undo.ts'
import { Unreachable } from '../../../../src/web/client/refused.ts'

test('what was done last is taken back first, each once', async (t) => {
  const undo = openUndo()
  const taken: string[] = []
  for (const what of ['first', 'second', 'third']) undo.add(async () => taken.push(what))
  await undo.last()?.take()
  await undo.last()?.take()
  t.deepEqual(taken, ['third', 'second'])
})
test('a step that was taken elsewhere is not the last one any more', async (t) => {
  const undo = openUndo()
  let times = 0
  const step = undo.add(async () => (times += 1))
  t.false(step.isTaken.value)
  await step.take()
  await step.take()
  t.is(times, 1)
  t.true(step.isTaken.value)
  t.is(undo.last(), undefined)
})
test('what may not have arrived can be taken back again, what was refused cannot', async (t) => {
  const undo = openUndo()
  let failure: Error | undefined = new Unreachable()
  const step = undo.add(async () => {
    if (failure) throw failure
  })
  await t.throwsAsync(step.take())
  t.is(undo.last(), step)
  t.false(step.isTaken.value)
  failure = new Error('Refused')
  await t.throwsAsync(step.take())
  t.is(undo.last(), undefined)
})
test('only so many steps are remembered', async (t) => {
  const undo = openUndo()
  const taken: number[] = []
  for (let step = 1; step <= 60; step += 1) undo.add(async () => taken.push(step))
  while (undo.last()) await undo.last()?.take()
  t.is(taken.length, 50)
  t.is(taken.at(-1), 11)
})
