import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { User } from '../../api.ts'
import type { ShareRole } from '../../../events/user.ts'
import { ErrorSummary } from '../form/ErrorSummary.tsx'
import { Field, tied } from '../form/Field.tsx'
import { openSubmission } from '../form/submission.ts'
import { pageMessages } from '../page-messages.ts'
import { Choice } from './Choice.tsx'
import { shareChanges } from './parts.ts'
import { RoleOptions } from './RoleOptions.tsx'

/** Lets somebody in who has a profile here, by their e-mail address. */
export function ShareForm({ me }: { me: User }) {
  const email = useSignal('')
  const role = useSignal<ShareRole>('viewer')
  const submission = useRef(openSubmission()).current
  const at = { form: 'share', path: 'email', of: submission } as const
  const words = pageMessages.settings.sharing

  async function share() {
    await shareChanges.share(me, email.value.trim(), role.value)
    email.value = ''
  }
  function submit(event: Event) {
    event.preventDefault()
    if (email.value.trim().toLowerCase() === me.email) submission.fail([{ path: 'email', message: words.withOneself }])
    else void submission.run(share)
  }
  return (
    <form class="share-form" onSubmit={submit} noValidate>
      <ErrorSummary form="share" of={submission} />
      <Field {...at} label={words.withWhom} hint={words.emailHint}>
        <input
          {...tied(at, words.emailHint)}
          class="form-control"
          type="email"
          autoComplete="off"
          value={email}
          onInput={({ currentTarget }) => (email.value = currentTarget.value)}
        />
      </Field>
      <Choice
        id="share-role"
        label={words.role}
        hint={words.roleHints[role.value]}
        value={role.value}
        onChoose={(chosen) => (role.value = chosen)}
      >
        <RoleOptions />
      </Choice>
      <button class="btn btn-ink" aria-disabled={submission.sending.value}>
        {words.share}
      </button>
    </form>
  )
}
