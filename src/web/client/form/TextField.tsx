import type { Signal } from '@preact/signals'
import { Field, tied, type Place } from './Field.tsx'

type Props = Place & {
  value: Signal<string>
  label?: string
  hint?: string
  isPassword?: boolean
  autoComplete?: string
}

/** The one line that a small panel asks for; it has the focus. */
export function TextField({ value, label, hint, isPassword, autoComplete = 'off', ...at }: Props) {
  return (
    <Field {...at} {...(label !== undefined && { label })} {...(hint !== undefined && { hint })}>
      <input
        {...tied(at, hint)}
        class="form-control"
        {...(isPassword ? { type: 'password' } : { dir: 'auto' })}
        autoComplete={autoComplete}
        autoFocus
        value={value}
        onInput={({ currentTarget }) => (value.value = currentTarget.value)}
      />
    </Field>
  )
}
