import { useRef } from 'preact/hooks'
import type { User } from '../../api.ts'
import { ErrorSummary } from '../form/ErrorSummary.tsx'
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
  function submit(event: Event) {
    event.preventDefault()
    void submission.run(save)
  }
  return (
    <Section name="profile">
      <form onSubmit={submit} noValidate>
        <ErrorSummary form="own" of={submission} />
        <PersonFields form="own" of={submission} person={person} />
        <button class="btn btn-ink" aria-disabled={submission.sending.value}>
          {pageMessages.settings.profile.save}
        </button>
      </form>
    </Section>
  )
}
