import { signal } from '@preact/signals'
import test from 'ava'
import { openAdding } from '../../../../../src/web/client/entry/alone/adding.ts'
import { remember, remembered, type Somebody } from '../../../../../src/web/client/entry/alone/remembered.ts'
import { blankDraft, type Draft } from '../../../../../src/web/client/entry/draft.ts'
import { ana, ben, EUR, monday, USD } from '../../../../examples.ts'
import { storageOf } from '../../examples.ts'

/** The page that only adds, with a form that keeps what it is told. */
function open({ kept = new Map<string, string>(), left }: { kept?: Map<string, string>; left?: Draft } = {}) {
  const draft = signal<Draft>()
  const me = signal<Somebody>()
  const state = { saved: 0 }
  let whenClosed = () => {}
  const begin = (next: Draft, closed = () => {}) => {
    draft.value = next
    whenClosed = closed
  }
  const drafts = { left: signal<Draft | undefined>(), recall: () => void (drafts.left.value = left) }
  const adding = openAdding({
    entry: {
      draft,
      touched: signal(false),
      add: (of, closed) => begin(blankDraft(of), closed),
      goOn: (closed) => begin(drafts.left.value!, closed),
      giveTo: (userId) => void (draft.value = { ...draft.value!, userId }),
    },
    drafts,
    me: () => me.value,
    today: () => monday,
    saved: () => state.saved,
    storage: storageOf(kept),
  })
  const close = () => {
    draft.value = undefined
    whenClosed()
  }
  return { adding, draft, me, state, kept, close }
}
const settled = () => new Promise(setImmediate)
const asAna = { id: ana, currency: EUR }

test('the first time the form waits until it is known whose it is, later it does not', async (t) => {
  const { adding, draft, me, kept } = open()
  adding.start()
  t.is(draft.value, undefined)
  me.value = asAna
  await settled()
  t.like(draft.value!, { userId: ana, currency: EUR, date: monday })
  const later = open({ kept })
  later.adding.start()
  t.is(later.draft.value?.userId, ana)
})
test('what was typed by then becomes the expense of whoever it is', async (t) => {
  const { adding, draft, me, kept } = open()
  remember(storageOf(kept), asAna)
  adding.start()
  me.value = { id: ben, currency: USD }
  await settled()
  t.is(draft.value?.userId, ben)
  t.is(remembered(storageOf(kept))?.id, ben)
})
test('a new expense that was left behind comes back', async (t) => {
  const left = { ...blankDraft({ userId: ana, date: monday, currency: EUR }), amount: '12' }
  const { adding, draft, me } = open({ left })
  adding.start()
  me.value = asAna
  await settled()
  t.is(draft.value?.amount, '12')
})
test('whoever has saved before it was known who it is stays where that is said', async (t) => {
  const { adding, draft, me, state, kept, close } = open()
  remember(storageOf(kept), asAna)
  adding.start()
  state.saved += 1
  close()
  me.value = asAna
  await settled()
  t.is(adding.ended.value, 'saved')
  t.is(draft.value, undefined)
})
test('the page says whether something was saved, and begins anew', async (t) => {
  const { adding, draft, me, state, close } = open()
  adding.start()
  me.value = asAna
  await settled()
  close()
  t.is(adding.ended.value, 'dropped')
  adding.begin()
  t.is(adding.ended.value, undefined)
  t.truthy(draft.value)
  state.saved += 1
  close()
  t.is(adding.ended.value, 'saved')
})
