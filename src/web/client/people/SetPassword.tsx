import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { User } from '../../api.ts'
import { Form } from '../form/Form.tsx'
import { openSubmission } from '../form/submission.ts'
import { TextField } from '../form/TextField.tsx'
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
  async function send() {
    if (!(await submission.run(set))) return
    toasts.say(words.passwordSet(user.name))
    onClose()
  }
  return (
    <Panel title={words.setPassword} kind="small" onLeave={onClose}>
      <Form form="set" of={submission} does={words.setPassword} send={send}>
        <p>{words.setPasswordText(user.name)}</p>
        <TextField {...at} hint={words.passwordHint} isPassword autoComplete="new-password" value={password} />
      </Form>
    </Panel>
  )
}
