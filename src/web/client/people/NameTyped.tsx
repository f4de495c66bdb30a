import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import type { User } from '../../api.ts'
import { sameName } from '../../../events/same-name.ts'
import { Form } from '../form/Form.tsx'
import { openSubmission } from '../form/submission.ts'
import { TextField } from '../form/TextField.tsx'
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

  async function send() {
    if (sameName(typed.value) !== sameName(user.name)) {
      return submission.fail([{ path: 'name', message: words.nameDiffers(user.name) }])
    }
    if (!(await submission.run(() => run(typed.value).then(() => true)))) return
    if (user.id === me.id) void session.ask()
    else onClose()
  }
  return (
    <Panel title={title} kind="small" onLeave={onClose}>
      <Form form="typed" of={submission} does={does} look="btn-danger wide" send={send}>
        {children}
        <TextField {...at} label={words.typeName(user.name)} value={typed} />
      </Form>
    </Panel>
  )
}
