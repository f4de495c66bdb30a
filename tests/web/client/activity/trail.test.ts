import test from 'ava'
import type { AuditEntry, AuditQuery } from '../../../../src/web/api.ts'
import { openTrail } from '../../../../src/web/client/activity/trail.ts'
import { batch, lunchEntry } from './examples.ts'

/** A server with events up to `head`, of which those up to `batched` are one batch; each answer waits for `answer` unless prompt. */
function open(head: number, batched = 0, prompt = true) {
  const asked: AuditQuery[] = []
  const waiting: (() => void)[] = []
  const state = { fails: false }
  const entryAt = (position: number): AuditEntry => {
    return { ...lunchEntry, position, batch: position <= batched ? batch : null }
  }
  const trail = openTrail({
    async audit(query) {
      asked.push(query)
      if (!prompt) await new Promise<void>((resolve) => waiting.push(resolve))
      if (state.fails) throw new Error('No')
      const [from, limit] = [Number(query.cursor ?? head), Number(query.limit)]
      const count = Math.min(limit, from)
      const items = Array.from({ length: count }, (_, index) => ({
        ...entryAt(from - index),
        summary: query.type ?? '',
      }))
      return { items, next: from > limit ? `${from - limit}` : null }
    },
  })
  return { trail, asked, state, answer: (index: number) => waiting[index]?.() }
}
const limitsOf = ({ asked }: ReturnType<typeof open>) => asked.map(({ limit }) => limit)
const loaded = ({ trail }: ReturnType<typeof open>) => trail.shown.value?.entries.length

test('a trail begins with fifty, and older ones are added below', async (t) => {
  const opened = open(120)
  await opened.trail.show({ type: 'ExpenseDeleted' })
  await opened.trail.more()
  await opened.trail.more()
  await opened.trail.more()
  t.is(loaded(opened), 120)
  t.deepEqual(limitsOf(opened), ['50', '50', '50'])
  t.true(opened.asked.every(({ type }) => type === 'ExpenseDeleted'))
})
test('within a batch more is asked for at once', async (t) => {
  const opened = open(400, 400)
  await opened.trail.show({})
  await opened.trail.more()
  t.deepEqual(limitsOf(opened), ['50', '200'])
})
test('after a change as much is loaded again as was there', async (t) => {
  const opened = open(400, 400)
  await opened.trail.show({})
  await opened.trail.more()
  opened.asked.length = 0
  await opened.trail.reload()
  t.deepEqual(limitsOf(opened), ['200', '200'])
  t.is(loaded(opened), 400)
})
test('the answer to an older question is not shown', async (t) => {
  const { trail, answer } = open(10, 0, false)
  const older = trail.show({ type: 'UserDeleted' })
  const newer = trail.show({ type: 'UserRestored' })
  answer(1)
  await newer
  answer(0)
  await older
  t.is(trail.shown.value?.entries[0]?.summary, 'UserRestored')
})
test('a failure keeps what was there, and the next answer ends it', async (t) => {
  const opened = open(120)
  await opened.trail.show({})
  opened.state.fails = true
  await opened.trail.more()
  t.is(loaded(opened), 50)
  t.truthy(opened.trail.failure.value)
  t.false(opened.trail.loadingMore.value)
  opened.state.fails = false
  await opened.trail.reload()
  t.is(opened.trail.failure.value, undefined)
  t.false(opened.trail.busy.value)
})
test('an older question that fails late is no failure', async (t) => {
  const { trail, state, answer } = open(10, 0, false)
  const older = trail.show({})
  const newer = trail.show({})
  answer(1)
  await newer
  state.fails = true
  answer(0)
  await older
  t.is(trail.failure.value, undefined)
})
