import { useRef } from 'preact/hooks'
import type { SharedLedger, User } from '../../api.ts'
import { ErrorSummary } from '../form/ErrorSummary.tsx'
import { openSubmission } from '../form/submission.ts'
import { Panel } from '../frame/Panel.tsx'
import { pageMessages } from '../page-messages.ts'
import { shareChanges } from './parts.ts'

type Props = { me: User; ledger: SharedLedger; onClose: () => void }

/** Asks before one leaves a ledger: only its owner can let one in again. */
export function LeaveLedger({ me, ledger, onClose }: Props) {
  const submission = useRef(openSubmission()).current
  const words = pageMessages.settings.sharing
  async function leave() {
    await shareChanges.leave(me, ledger)
    return true
  }
  async function submit(event: Event) {
    event.preventDefault()
    if (await submission.run(leave)) onClose()
  }
  return (
    <Panel title={words.leaveNamed(ledger.name)} kind="small" onLeave={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <ErrorSummary form="leave-ledger" of={submission} />
        <p>{words.leaveText(ledger.name)}</p>
        <button class="btn btn-danger wide" aria-disabled={submission.sending.value}>
          {words.leave}
        </button>
      </form>
    </Panel>
  )
}
