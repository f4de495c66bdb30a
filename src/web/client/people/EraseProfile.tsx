import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { User } from '../../api.ts'
import { ErrorSummary } from '../form/ErrorSummary.tsx'
import { Field, tied } from '../form/Field.tsx'
import { openSubmission } from '../form/submission.ts'
import { Panel } from '../frame/Panel.tsx'
import { messages } from '../messages.ts'
import { server, session, toasts } from '../page.ts'

/** Erases a person for ever once their name has been typed; says before what goes and what stays. */
export function EraseProfile({ me, user, onClose }: { me: User; user: User; onClose: () => void }) {
  const typed = useSignal('')
  const submission = useRef(openSubmission()).current
  const at = { form: 'erase', path: 'name', of: submission } as const
  const words = messages.people.erasing

  async function erase() {
    await server.eraseUser(user.id, typed.value)
    return true
  }
  async function submit(event: Event) {
    event.preventDefault()
    if (!(await submission.run(erase))) return
    if (user.id === me.id) return void session.ask()
    toasts.say(words.done(user.name))
    onClose()
  }
  return (
    <Panel title={words.title(user.name)} kind="small" onLeave={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <ErrorSummary form="erase" of={submission} />
        <ul class="erasing">
          {words.text.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <Field {...at} label={messages.people.typeName(user.name)}>
          <input
            {...tied(at)}
            class="form-control"
            autoComplete="off"
            dir="auto"
            autoFocus
            value={typed}
            onInput={({ currentTarget }) => (typed.value = currentTarget.value)}
          />
        </Field>
        <button class="btn btn-danger wide" aria-disabled={submission.sending.value}>
          {words.erase}
        </button>
      </form>
    </Panel>
  )
}
