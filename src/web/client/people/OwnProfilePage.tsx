import { useRef } from 'preact/hooks'
import type { User } from '../../api.ts'
import { ErrorSummary } from '../form/ErrorSummary.tsx'
import { openSubmission } from '../form/submission.ts'
import { Page } from '../frame/Page.tsx'
import { SignOutButton } from '../frame/SignOutButton.tsx'
import { choose, theme, themes, type Theme } from '../frame/theme.ts'
import { messages } from '../messages.ts'
import { people, server, session, toasts } from '../page.ts'
import { PersonFields } from './PersonFields.tsx'
import { openPersonForm } from './person-form.ts'

/** One's own profile, and what is only of this browser: the theme, and leaving. */
export function OwnProfilePage({ me }: { me: User }) {
  return (
    <Page title={messages.people.own}>
      <OwnForm key={me.version} me={me} />
      <section class="form-page">
        <h2>{messages.people.browser}</h2>
        <div class="field">
          <label for="theme">{messages.theme.label}</label>
          <select
            id="theme"
            class="form-select"
            value={theme.value}
            onChange={({ currentTarget }) => choose(currentTarget.value as Theme)}
          >
            {themes.map((name) => (
              <option key={name} value={name}>
                {messages.theme[name]}
              </option>
            ))}
          </select>
        </div>
        <SignOutButton />
      </section>
    </Page>
  )
}

function OwnForm({ me }: { me: User }) {
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
    <form class="form-page" onSubmit={submit} noValidate>
      <ErrorSummary form="own" of={submission} />
      <PersonFields form="own" of={submission} person={person} />
      <button class="btn btn-ink" aria-disabled={submission.sending.value}>
        {messages.form.save}
      </button>
    </form>
  )
}
