import { useRef } from 'preact/hooks'
import type { Token } from '../../api.ts'
import { ErrorSummary } from '../form/ErrorSummary.tsx'
import { openSubmission } from '../form/submission.ts'
import { freshness } from '../frame/freshness.ts'
import { Panel } from '../frame/Panel.tsx'
import { pageMessages } from '../page-messages.ts'
import { server, toasts } from '../page.ts'

/** Asks before a token ends: what ends cannot be had back. */
export function EndToken({ token: { id, name }, onClose }: { token: Token; onClose: () => void }) {
  const submission = useRef(openSubmission()).current
  const words = pageMessages.settings.tokens
  async function end() {
    await server.endToken(id)
    return true
  }
  async function submit(event: Event) {
    event.preventDefault()
    if (!(await submission.run(end))) return
    toasts.say(words.ended(name))
    freshness.value += 1
    onClose()
  }
  return (
    <Panel title={words.endNamed(name)} kind="small" onLeave={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <ErrorSummary form="end-token" of={submission} />
        <p>{words.endText}</p>
        <button class="btn btn-danger wide" aria-disabled={submission.sending.value}>
          {words.end}
        </button>
      </form>
    </Panel>
  )
}
