import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { User } from '../../api.ts'
import { Field, tied } from '../form/Field.tsx'
import { Form } from '../form/Form.tsx'
import { openSubmission } from '../form/submission.ts'
import { freshness } from '../frame/freshness.ts'
import { messages } from '../messages.ts'
import { pageMessages } from '../page-messages.ts'
import { server, toasts } from '../page.ts'
import { Section } from './Section.tsx'

/** A new password for the present one. Only this session goes on with it. */
export function PasswordForm({ me }: { me: User }) {
  const values = useSignal({ current: '', password: '' })
  const submission = useRef(openSubmission()).current
  const at = { form: 'own-password', of: submission }
  const words = pageMessages.settings.password
  const typed = (path: 'current' | 'password', autoComplete: AutoFill) => ({
    ...tied({ ...at, path }, path === 'password' ? messages.people.passwordHint : undefined),
    class: 'form-control' as const,
    type: 'password' as const,
    autoComplete,
    value: values.value[path],
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      (values.value = { ...values.value, [path]: currentTarget.value }),
  })
  async function change() {
    await server.changePassword(me.id, values.value)
    values.value = { current: '', password: '' }
    toasts.say(words.changed)
    freshness.value += 1
  }
  return (
    <Section name="password">
      <Form form="own-password" of={submission} does={words.change} look="btn-ink" send={() => submission.run(change)}>
        {/* Tells a password manager whose password this is. */}
        <input type="email" autoComplete="username" hidden readOnly value={me.email} />
        <Field {...at} path="current">
          <input {...typed('current', 'current-password')} />
        </Field>
        <Field {...at} path="password" label={words.new} hint={messages.people.passwordHint}>
          <input {...typed('password', 'new-password')} />
        </Field>
      </Form>
    </Section>
  )
}

type AutoFill = 'current-password' | 'new-password'
