import { ErrorBoundary } from 'preact-iso'
import { useEffect, useLayoutEffect } from 'preact/hooks'
import type { User } from '../../api.ts'
import { laterPart } from '../frame/later-part.ts'
import { panels } from '../frame/panels.ts'
import { whenIdle } from '../frame/when-idle.ts'
import { drafts, earlyKeys, entry } from '../page.ts'
import { useOpenExpense } from './use-open-expense.ts'

const EntryPanel = laterPart(() => import('../entry/EntryPanel.tsx').then((room) => room.EntryPanel))
const ExpensePanel = laterPart(() => import('./ExpensePanel.tsx').then((room) => room.ExpensePanel))
const LeftDraft = laterPart(() => import('../entry/LeftDraft.tsx').then((room) => room.LeftDraft))

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

/** The forms are there before they are asked for, but after everything that is waited for. */
function fetchWhenIdle() {
  whenIdle(() => void Promise.all([EntryPanel.preload(), ExpensePanel.preload()]))
}

function typeEarly(event: KeyboardEvent) {
  if (panels.value > 0 || !earlyKeys.take(event)) return
  event.preventDefault()
  event.stopImmediatePropagation()
}
