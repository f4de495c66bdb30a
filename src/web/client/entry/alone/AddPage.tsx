import { ErrorBoundary } from 'preact-iso'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { ConnectionBanner } from '../../frame/ConnectionBanner.tsx'
import { Icon } from '../../frame/Icon.tsx'
import { laterPart } from '../../frame/later-part.ts'
import { ToastArea } from '../../frame/ToastArea.tsx'
import { messages } from '../../messages.ts'
import { changes, drafts, entry, session, today } from '../../page.ts'
import { EntryForm } from '../EntryForm.tsx'
import { openAdding } from './adding.ts'

const Door = laterPart(() => import('../../session/Door.tsx').then((room) => room.Door))

const adding = openAdding({
  entry,
  drafts,
  me: () => session.me.value,
  today,
  saved: () => changes.latest.value,
  storage: localStorage,
})
adding.start()

/** The form for a new expense, as a page that waits for nothing else: for phones, and for a shortcut on their home screen. */
export function AddPage() {
  const state = session.state.value
  const hasBegun = entry.draft.value !== undefined || adding.ended.value !== undefined
  const isIn = state.status === 'signedIn' || (state.status === 'asking' && hasBegun)
  if (!isIn) {
    return (
      <>
        <ErrorBoundary>
          <Door state={state} />
        </ErrorBoundary>
        <ToastArea shows />
      </>
    )
  }
  return (
    <main class="alone">
      <ConnectionBanner />
      {adding.ended.value ? <Next /> : <Form />}
      <ToastArea shows />
    </main>
  )
}

function Form() {
  const id = entry.draft.value?.id
  useLayoutEffect(() => document.getElementById('entry-amount')?.focus(), [id])
  return (
    <>
      <header>
        <a class="btn quiet" href="/expenses" aria-label={messages.expense.toList}>
          <Icon name="cross" />
        </a>
        <h1>{messages.entry.addTitle}</h1>
      </header>
      <EntryForm />
    </>
  )
}

function Next() {
  const words = messages.entry
  const another = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => another.current?.focus(), [])
  return (
    <>
      <h1>{adding.ended.value === 'saved' ? words.isSaved : words.isDropped}</h1>
      <div class="alone-ways">
        <button type="button" class="btn btn-ink btn-lg" ref={another} onClick={adding.begin}>
          <Icon name="plus" /> {words.another}
        </button>
        <a class="btn btn-hairline" href="/expenses">
          {words.toLedger}
        </a>
      </div>
    </>
  )
}
