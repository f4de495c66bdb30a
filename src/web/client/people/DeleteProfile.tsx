import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { User } from '../../api.ts'
import { sameName } from '../../../events/same-name.ts'
import { ErrorSummary } from '../form/ErrorSummary.tsx'
import { Field, tied } from '../form/Field.tsx'
import { openSubmission } from '../form/submission.ts'
import { Panel } from '../frame/Panel.tsx'
import { messages } from '../messages.ts'
import { session } from '../page.ts'
import { changes } from './parts.ts'

/** Deletes a profile once its name has been typed. */
export function DeleteProfile({ me, user, onClose }: { me: User; user: User; onClose: () => void }) {
  const typed = useSignal('')
  const submission = useRef(openSubmission()).current
  const at = { form: 'delete', path: 'name', of: submission } as const
  const words = messages.people

  async function remove() {
    await changes.remove(user)
    return true
  }
  async function submit(event: Event) {
    event.preventDefault()
    if (sameName(typed.value) !== sameName(user.name)) {
      submission.fail([{ path: 'name', message: words.nameDiffers(user.name) }])
    } else if (await submission.run(remove)) {
      if (user.id === me.id) return void session.ask()
      onClose()
    }
  }
  return (
    <Panel title={words.remove} kind="small" onLeave={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <ErrorSummary form="delete" of={submission} />
        <p>{words.deleteText(user.name)}</p>
        <Field {...at} label={words.typeName(user.name)}>
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
          {words.remove}
        </button>
      </form>
    </Panel>
  )
}
