import { ErrorBoundary, lazy } from 'preact-iso'
import { useEffect, useLayoutEffect } from 'preact/hooks'
import type { User } from '../../api.ts'
import { panels } from '../frame/panels.ts'
import { drafts, earlyKeys, entry } from '../page.ts'
import { useOpenExpense } from './use-open-expense.ts'

/** Milliseconds after which a part of the page that could not be fetched is asked for again. */
const AGAIN = 2_000

const EntryPanel = lazy(() => untilThere(() => import('../entry/EntryPanel.tsx').then((room) => room.EntryPanel)))
const ExpensePanel = lazy(() => untilThere(() => import('./ExpensePanel.tsx').then((room) => room.ExpensePanel)))
const LeftDraft = lazy(() => untilThere(() => import('../entry/LeftDraft.tsx').then((room) => room.LeftDraft)))

/** What lies over the pages: the expense that the address opens, or else the form for a new one. */
export function Panels({ me }: { me: User }) {
  const { id } = useOpenExpense()
  useEffect(() => drafts.recall(), [me.id])
  useEffect(fetchWhenIdle, [])
  useLayoutEffect(() => {
    addEventListener('keydown', typeEarly, { capture: true })
    return () => removeEventListener('keydown', typeEarly, { capture: true })
  }, [])
  return (
    <>
      <ErrorBoundary>
        {id ? <ExpensePanel key={id} id={id} me={me} /> : entry.draft.value && <EntryPanel />}
      </ErrorBoundary>
      <ErrorBoundary>{entry.left.value && !id && <LeftDraft />}</ErrorBoundary>
    </>
  )
}

/** A form that was asked for while the connection was lost still comes, with what was typed into it meanwhile. */
async function untilThere<T>(fetch: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await fetch()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN))
    }
  }
}

/** The forms are there before they are asked for, but after everything that is waited for. */
function fetchWhenIdle() {
  const fetch = () => void Promise.all([EntryPanel.preload(), ExpensePanel.preload()])
  // Safari has no requestIdleCallback.
  if ('requestIdleCallback' in window) requestIdleCallback(fetch, { timeout: 3_000 })
  else setTimeout(fetch, 1_000)
}

function typeEarly(event: KeyboardEvent) {
  if (panels.value > 0 || !earlyKeys.take(event)) return
  event.preventDefault()
  event.stopImmediatePropagation()
}
