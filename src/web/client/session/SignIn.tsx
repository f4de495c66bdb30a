import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { ErrorSummary } from '../form/ErrorSummary.tsx'
import { Field, tied } from '../form/Field.tsx'
import { openSubmission } from '../form/submission.ts'
import { messages } from '../messages.ts'
import { session } from '../page.ts'

export function SignIn() {
  const email = useSignal('')
  const password = useSignal('')
  const submission = useRef(openSubmission()).current
  const at = { form: 'sign-in', of: submission }
  useEffect(() => document.getElementById('sign-in-email')?.focus(), [])
  function submit(event: Event) {
    event.preventDefault()
    void submission.run(() => session.signIn({ email: email.value, password: password.value }))
  }
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary form="sign-in" of={submission} />
      <Field {...at} path="email">
        <input
          {...tied({ ...at, path: 'email' })}
          class="form-control"
          type="email"
          autoComplete="username"
          value={email}
          onInput={({ currentTarget }) => (email.value = currentTarget.value)}
        />
      </Field>
      <Field {...at} path="password">
        <input
          {...tied({ ...at, path: 'password' })}
          class="form-control"
          type="password"
          autoComplete="current-password"
          value={password}
          onInput={({ currentTarget }) => (password.value = currentTarget.value)}
        />
      </Field>
      <button class="btn btn-ink wide" aria-disabled={submission.sending.value}>
        {messages.session.signIn}
      </button>
    </form>
  )
}
