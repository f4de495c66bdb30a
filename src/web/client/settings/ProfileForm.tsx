import { useRef } from 'preact/hooks'
import type { User } from '../../api.ts'
import { Form } from '../form/Form.tsx'
import { openSubmission } from '../form/submission.ts'
import { messages } from '../messages.ts'
import { pageMessages } from '../page-messages.ts'
import { people, server, session, toasts } from '../page.ts'
import { PersonFields } from '../people/PersonFields.tsx'
import { openPersonForm } from '../people/person-form.ts'
import { Section } from './Section.tsx'

/** One's own name, address and currency. */
export function ProfileForm({ me }: { me: User }) {
  const person = useRef(openPersonForm(me)).current
  const submission = useRef(openSubmission()).current
  async function save() {
    const changed = await server.changeUser(me, person.changed('name', 'email', 'currency'))
    session.changed(changed)
    toasts.say(messages.people.saved(changed.name))
    if (me.role === 'admin') void people.load().catch(() => undefined)
  }
  return (
    <Section name="profile">
      <Form
        form="own"
        of={submission}
        does={pageMessages.settings.profile.save}
        look="btn-ink"
        send={() => submission.run(save)}
      >
        <PersonFields form="own" of={submission} person={person} />
      </Form>
    </Section>
  )
}
