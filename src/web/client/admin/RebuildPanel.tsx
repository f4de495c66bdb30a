import { useRef } from 'preact/hooks'
import { ErrorSummary } from '../form/ErrorSummary.tsx'
import { openSubmission } from '../form/submission.ts'
import { Panel } from '../frame/Panel.tsx'
import { pageMessages } from '../page-messages.ts'
import { server } from '../page.ts'
import { nameOf } from './Projections.tsx'

/** Asks before a projection is rebuilt. How far it is, the table says. */
export function RebuildPanel({ name, onBegun, onLeave }: { name: string; onBegun: () => void; onLeave: () => void }) {
  const submission = useRef(openSubmission()).current
  const words = pageMessages.admin
  async function begin() {
    if (!(await submission.run(() => server.rebuild(name)))) return
    onBegun()
    onLeave()
  }
  return (
    <Panel title={words.rebuildNamed(nameOf(name))} kind="small" onLeave={onLeave}>
      <ErrorSummary form="rebuild" of={submission} />
      <p>{words.rebuildText(nameOf(name))}</p>
      <button
        type="button"
        class="btn btn-ink wide"
        aria-disabled={submission.sending.value}
        onClick={() => void begin()}
      >
        {words.rebuild}
      </button>
    </Panel>
  )
}
