import { useRef } from 'preact/hooks'
import type { User } from '../../api.ts'
import { Form } from '../form/Form.tsx'
import { openSubmission } from '../form/submission.ts'
import { Panel } from '../frame/Panel.tsx'
import { messages } from '../messages.ts'
import { server, session, toasts } from '../page.ts'
import { PersonFields } from './PersonFields.tsx'
import { openPersonForm } from './person-form.ts'

/** A new profile, or the changing of `user`'s. */
export function ProfilePanel({ me, user, onClose }: { me: User; user?: User; onClose: () => void }) {
  const person = useRef(openPersonForm(user ?? { currency: me.currency })).current
  const submission = useRef(openSubmission()).current
  const words = messages.people

  async function save() {
    if (user) {
      const changed = await server.changeUser(user, person.changed('name', 'email', 'role', 'currency'))
      if (changed.id === me.id) session.changed(changed)
      toasts.say(words.saved(changed.name))
    } else toasts.say(words.added((await server.addUser(person.values.value)).name))
    return true
  }
  async function send() {
    if (await submission.run(save)) onClose()
  }
  return (
    <Panel title={user ? words.change : words.add} onLeave={onClose}>
      <Form form="person" of={submission} does={messages.form.save} send={send}>
        <PersonFields form="person" of={submission} person={person} withPassword={!user} withRole focus />
      </Form>
    </Panel>
  )
}
