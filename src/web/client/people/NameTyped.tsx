import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import type { User } from '../../api.ts'
import { sameName } from '../../../events/same-name.ts'
import { ErrorSummary } from '../form/ErrorSummary.tsx'
import { Field, tied } from '../form/Field.tsx'
import { openSubmission } from '../form/submission.ts'
import { Panel } from '../frame/Panel.tsx'
import { messages } from '../messages.ts'
import { session } from '../page.ts'

type Props = {
  me: User
  user: User
  title: string
  /** What the button says, and does with the name as it was typed. */
  does: string
  run: (typed: string) => Promise<unknown>
  onClose: () => void
  children: ComponentChildren
}

/** Asks for the name of `user` before something is done that must not be a slip of the hand; `children` say what it means. */
export function NameTyped({ me, user, title, does, run, onClose, children }: Props) {
  const typed = useSignal('')
  const submission = useRef(openSubmission()).current
  const at = { form: 'typed', path: 'name', of: submission } as const
  const words = messages.people

  async function submit(event: Event) {
    event.preventDefault()
    if (sameName(typed.value) !== sameName(user.name)) {
      return submission.fail([{ path: 'name', message: words.nameDiffers(user.name) }])
    }
    if (!(await submission.run(() => run(typed.value).then(() => true)))) return
    if (user.id === me.id) void session.ask()
    else onClose()
  }
  return (
    <Panel title={title} kind="small" onLeave={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <ErrorSummary form="typed" of={submission} />
        {children}
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
          {does}
        </button>
      </form>
    </Panel>
  )
}
