import { useEffect, useRef } from 'preact/hooks'
import { ErrorSummary } from '../form/ErrorSummary.tsx'
import { Field, tied } from '../form/Field.tsx'
import { messages } from '../messages.ts'
import { session } from '../page.ts'
import { CodeFields, OtherWays } from './CodeFields.tsx'
import { openSigningIn, type SigningIn } from './signing-in.ts'

export function SignIn() {
  const signing = useRef(openSigningIn(session)).current
  const { step, submission } = signing
  const asksForCode = step.value !== 'password'
  function submit(event: Event) {
    event.preventDefault()
    void signing.submit()
  }
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary form="sign-in" of={submission} />
      {asksForCode ? <CodeFields of={signing} /> : <PasswordFields of={signing} />}
      <button class="btn btn-ink wide" aria-disabled={submission.sending.value}>
        {messages.session.signIn}
      </button>
      {asksForCode && <OtherWays of={signing} />}
    </form>
  )
}

function PasswordFields({ of: { typed, submission, type } }: { of: SigningIn }) {
  const at = { form: 'sign-in', of: submission }
  useEffect(() => document.getElementById('sign-in-email')?.focus(), [])
  return (
    <>
      <Field {...at} path="email">
        <input
          {...tied({ ...at, path: 'email' })}
          class="form-control"
          type="email"
          autoComplete="username"
          value={typed.value.email}
          onInput={({ currentTarget }) => type({ email: currentTarget.value })}
        />
      </Field>
      <Field {...at} path="password">
        <input
          {...tied({ ...at, path: 'password' })}
          class="form-control"
          type="password"
          autoComplete="current-password"
          value={typed.value.password}
          onInput={({ currentTarget }) => type({ password: currentTarget.value })}
        />
      </Field>
    </>
  )
}
