import test from 'ava'
import { blankDraft, draftOf } from '../../../../src/web/client/entry/draft.ts'
import { openDrafts } from '../../../../src/web/client/entry/drafts.ts'
import type { UserId } from '../../../../src/events/ids.ts'
import { ana, ben, EUR, monday } from '../../../examples.ts'
import { coffee, storageOf } from '../examples.ts'

/** What was left behind in a browser, as whoever `who` says is signed in sees it. */
function open(kept = new Map<string, string>()) {
  const state: { who: UserId | undefined } = { who: ana }
  const drafts = openDrafts(
    () => storageOf(kept),
    () => state.who,
  )
  return { drafts, kept, state }
}
const lunch = { ...blankDraft({ userId: ana, date: monday, currency: EUR }), amount: '12,5' }
const change = { ...draftOf(coffee), amount: '17' }

test('what was kept is there after a reload, for the same person alone', (t) => {
  const { drafts, kept, state } = open()
  drafts.keep(change)
  const { drafts: later, state: now } = open(kept)
  later.recall()
  t.deepEqual(later.left.value, change)
  now.who = ben
  later.recall()
  t.is(later.left.value, undefined)
  state.who = undefined
  drafts.recall()
  t.is(drafts.left.value, undefined)
})
test('dropping one draft leaves another that was left behind before', (t) => {
  const { drafts, kept } = open()
  drafts.keep(lunch)
  drafts.recall()
  drafts.keep(change)
  drafts.drop(change.id)
  t.deepEqual(drafts.left.value, lunch)
  drafts.recall()
  t.deepEqual(drafts.left.value, lunch)
  drafts.drop(lunch.id)
  t.is(drafts.left.value, undefined)
  t.is(kept.size, 0)
})
test('what an older page left there and nobody understands is not offered', (t) => {
  const { drafts } = open(new Map([[`draft ${ana}`, '{"amount":1}']]))
  drafts.recall()
  t.is(drafts.left.value, undefined)
})
test('where nothing may be stored, typing goes on', (t) => {
  const drafts = openDrafts(
    () => {
      throw new Error('Storing is not allowed')
    },
    () => ana,
  )
  t.notThrows(() => drafts.keep(lunch))
  t.notThrows(() => drafts.recall())
})
