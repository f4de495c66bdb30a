import { useRef } from 'preact/hooks'
import type { User } from '../../api.ts'
import { ErrorSummary } from '../form/ErrorSummary.tsx'
import { openSubmission } from '../form/submission.ts'
import { Panel } from '../frame/Panel.tsx'
import { messages } from '../messages.ts'
import { server, toasts } from '../page.ts'

/** Lets somebody who has lost their app and their recovery codes in with the password alone. */
export function RemoveSecondFactor({ user, onClose }: { user: User; onClose: () => void }) {
  const submission = useRef(openSubmission()).current
  const words = messages.people.secondFactor

  async function remove() {
    await server.removeSecondFactor(user.id)
    return true
  }
  async function submit(event: Event) {
    event.preventDefault()
    if (!(await submission.run(remove))) return
    toasts.say(words.removed(user.name))
    onClose()
  }
  return (
    <Panel title={words.remove} kind="small" onLeave={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <ErrorSummary form="second-factor" of={submission} />
        <p>{words.text(user.name)}</p>
        <button class="btn btn-danger wide" autoFocus aria-disabled={submission.sending.value}>
          {words.remove}
        </button>
      </form>
    </Panel>
  )
}
