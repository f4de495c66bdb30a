import { useEffect } from 'preact/hooks'
import { Field, tied } from '../form/Field.tsx'
import { messages } from '../messages.ts'
import type { SigningIn } from './signing-in.ts'

/** Phones offer what an app or a message brought; a recovery code is copied from paper as it stands. */
const typing = {
  app: { inputMode: 'numeric', autoComplete: 'one-time-code' },
  recovery: { autoComplete: 'off', autoCapitalize: 'none', spellcheck: false },
} as const

/** The code of whoever has a second factor. */
export function CodeFields({ of: { step, typed, submission, type } }: { of: SigningIn }) {
  const kind = step.value === 'recovery' ? 'recovery' : 'app'
  const words = messages.session.code[kind]
  const at = { form: 'sign-in', path: 'code', of: submission } as const
  useEffect(() => document.getElementById('sign-in-code')?.focus(), [kind])
  return (
    <Field {...at} label={words.label} hint={words.hint}>
      <input
        key={kind}
        {...tied(at, words.hint)}
        {...typing[kind]}
        class="form-control code"
        value={typed.value.code}
        onInput={({ currentTarget }) => type({ code: currentTarget.value })}
      />
    </Field>
  )
}

/** Ways on for who has no code at hand. */
export function OtherWays({ of: { step, go } }: { of: SigningIn }) {
  const words = messages.session.code
  const other = step.value === 'app' ? 'recovery' : 'app'
  return (
    <div class="other-ways">
      <button type="button" class="btn btn-link" onClick={() => go(other)}>
        {words[other].instead}
      </button>
      <button type="button" class="btn btn-link" onClick={() => go('password')}>
        {words.back}
      </button>
    </div>
  )
}
