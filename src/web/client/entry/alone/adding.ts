import { effect, signal } from '@preact/signals'
import type { Entry } from '../entry.ts'
import type { Drafts } from '../drafts.ts'
import { remember, remembered, type Somebody } from './remembered.ts'

type Parts = {
  entry: Pick<Entry, 'add' | 'goOn' | 'draft' | 'touched' | 'giveTo'>
  drafts: Pick<Drafts, 'left' | 'recall'>
  /** Who is signed in, once the server has said so. */
  me: () => Somebody | undefined
  today: () => string
  /** The expense that was saved last. */
  saved: () => unknown
  storage: Pick<Storage, 'getItem' | 'setItem'>
}

/** The course of the page that only adds: a form, and when it has closed, what comes next. */
export function openAdding({ entry, drafts, me, today, saved, storage }: Parts) {
  /** How the form has ended, if it has. */
  const ended = signal<'saved' | 'dropped'>()

  function begin() {
    const as = me() ?? remembered(storage)
    ended.value = undefined
    if (as) entry.add({ userId: as.id, date: today(), currency: as.currency }, endingAfter(saved()))
  }
  function endingAfter(before: unknown) {
    return () => {
      ended.value = saved() === before ? 'dropped' : 'saved'
    }
  }

  /** The server has said who it is. What was typed by then is theirs, and what they left behind comes back. */
  function meet(as: Somebody) {
    remember(storage, as)
    drafts.recall()
    const { value: draft } = entry.draft
    // Somebody quick has saved by now, and sees what comes next.
    if (ended.value) return
    if (!draft) begin()
    else if (draft.userId !== as.id) entry.giveTo(as.id)
    if (!entry.touched.value && drafts.left.value && !drafts.left.value.seen) entry.goOn(endingAfter(saved()))
  }

  return {
    ended,
    begin,
    start() {
      begin()
      let known: string | undefined
      effect(() => {
        const as = me()
        if (!as || as.id === known) return
        known = as.id
        queueMicrotask(() => meet(as))
      })
    },
  }
}
