import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { User } from '../../api.ts'
import { ErrorSummary } from '../form/ErrorSummary.tsx'
import { Field, tied } from '../form/Field.tsx'
import { openSubmission } from '../form/submission.ts'
import { Panel } from '../frame/Panel.tsx'
import { messages } from '../messages.ts'
import { server, toasts } from '../page.ts'

/** A new password for somebody who has lost theirs. Where they are signed in, they are signed out. */
export function SetPassword({ user, onClose }: { user: User; onClose: () => void }) {
  const password = useSignal('')
  const submission = useRef(openSubmission()).current
  const at = { form: 'set', path: 'password', of: submission } as const
  const words = messages.people

  async function set() {
    await server.changePassword(user.id, { password: password.value })
    return true
  }
  async function submit(event: Event) {
    event.preventDefault()
    if (!(await submission.run(set))) return
    toasts.say(words.passwordSet(user.name))
    onClose()
  }
  return (
    <Panel title={words.setPassword} kind="small" onLeave={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <ErrorSummary form="set" of={submission} />
        <p>{words.setPasswordText(user.name)}</p>
        <Field {...at} hint={words.passwordHint}>
          <input
            {...tied(at, words.passwordHint)}
            class="form-control"
            type="password"
            autoComplete="new-password"
            autoFocus
            value={password}
            onInput={({ currentTarget }) => (password.value = currentTarget.value)}
          />
        </Field>
        <button class="btn btn-ink wide" aria-disabled={submission.sending.value}>
          {words.setPassword}
        </button>
      </form>
    </Panel>
  )
}
