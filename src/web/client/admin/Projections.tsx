import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { ProjectionStatus } from '../../api.ts'
import { Answered } from '../frame/Answered.tsx'
import { useAnswer } from '../frame/use-answer.ts'
import { pageMessages } from '../page-messages.ts'
import { server, toasts } from '../page.ts'
import { ProjectionTable } from './ProjectionTable.tsx'
import { RebuildPanel } from './RebuildPanel.tsx'
import { isRebuilding, rebuiltIn } from './rebuilding.ts'
import { usePolling } from './use-polling.ts'

/** Milliseconds between two looks: while something is rebuilt, and otherwise. */
const WHILE_REBUILDING = 1_000
const OTHERWISE = 5_000

export function Projections() {
  const answer = useAnswer('projections', server.projections)
  const asks = useSignal<string>()
  const words = pageMessages.admin
  const statuses = answer.answer ?? []
  usePolling(isRebuilding(statuses) ? WHILE_REBUILDING : OTHERWISE, answer.again)
  useNews(statuses)
  return (
    <section aria-label={words.projections}>
      <h2>{words.projections}</h2>
      <p class="muted">{words.projectionsText}</p>
      <Answered of={answer}>{(all) => <ProjectionTable of={all} onRebuild={(name) => (asks.value = name)} />}</Answered>
      <p class="muted">{words.check}</p>
      <pre tabIndex={0}>npm run ledger -- check</pre>
      {asks.value !== undefined && (
        <RebuildPanel name={asks.value} onBegun={answer.again} onLeave={() => (asks.value = undefined)} />
      )}
    </section>
  )
}

/** Says when a rebuild that was seen under way has ended. */
function useNews(statuses: readonly ProjectionStatus[]) {
  const before = useRef(statuses)
  useEffect(() => {
    for (const name of rebuiltIn(before.current, statuses)) toasts.say(pageMessages.admin.rebuilt(nameOf(name)))
    before.current = statuses
  }, [statuses])
}

/** What people call the projection `name`. */
export function nameOf(name: string): string {
  return pageMessages.admin.names[name] ?? name
}
