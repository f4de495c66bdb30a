import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { User } from '../../../api.ts'
import { ErrorSummary } from '../../form/ErrorSummary.tsx'
import { Field, tied } from '../../form/Field.tsx'
import { openSubmission } from '../../form/submission.ts'
import { pageMessages } from '../../page-messages.ts'
import type { Asked } from './SecondFactorPanel.tsx'

type Props = { me: User; asked: Asked; onGiven: (current: string) => Promise<void> }

/** Says what comes, and asks for the password once more: an open browser is not enough for it. */
export function OwnPasswordForm({ me, asked, onGiven }: Props) {
  const current = useSignal('')
  const submission = useRef(openSubmission()).current
  const at = { form: 'second-factor', path: 'current', of: submission } as const
  const words = pageMessages.settings['second-factor']
  function submit(event: Event) {
    event.preventDefault()
    void submission.run(() => onGiven(current.value))
  }
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary form="second-factor" of={submission} />
      <p>{words.texts[asked]}</p>
      <input type="email" autoComplete="username" hidden readOnly value={me.email} />
      <Field {...at}>
        <input
          {...tied(at)}
          class="form-control"
          type="password"
          autoComplete="current-password"
          autoFocus
          value={current}
          onInput={({ currentTarget }) => (current.value = currentTarget.value)}
        />
      </Field>
      <button
        class={asked === 'off' ? 'btn btn-danger wide' : 'btn btn-ink wide'}
        aria-disabled={submission.sending.value}
      >
        {words.buttons[asked]}
      </button>
    </form>
  )
}
