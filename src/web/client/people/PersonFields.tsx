import { CurrencyOptions } from '../form/CurrencyOptions.tsx'
import { Field, tied } from '../form/Field.tsx'
import type { Submission } from '../form/submission.ts'
import type { Currency } from '../../../events/money.ts'
import type { Role } from '../../../events/user.ts'
import { messages } from '../messages.ts'
import type { PersonForm, PersonValues } from './person-form.ts'

type Props = {
  form: string
  of: Submission
  person: PersonForm
  withPassword?: boolean
  withRole?: boolean
  focus?: boolean
}

export function PersonFields({ form, of, person, withPassword = false, withRole = false, focus = false }: Props) {
  const { name, email, password, role, currency } = person.values.value
  const at = { form, of }
  const onInput = (field: keyof PersonValues) => ({
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      person.update({ [field]: currentTarget.value }),
  })
  return (
    <>
      <Field {...at} path="name">
        <input
          {...tied({ ...at, path: 'name' })}
          {...onInput('name')}
          class="form-control"
          autoComplete="name"
          dir="auto"
          autoFocus={focus}
          value={name}
        />
      </Field>
      <Field {...at} path="email">
        <input
          {...tied({ ...at, path: 'email' })}
          {...onInput('email')}
          class="form-control"
          type="email"
          autoComplete="username"
          value={email}
        />
      </Field>
      {withPassword && (
        <Field {...at} path="password" hint={messages.people.passwordHint}>
          <input
            {...tied({ ...at, path: 'password' }, messages.people.passwordHint)}
            {...onInput('password')}
            class="form-control"
            type="password"
            autoComplete="new-password"
            value={password}
          />
        </Field>
      )}
      {withRole && (
        <Field {...at} path="role" hint={messages.people.roleHint}>
          <select
            {...tied({ ...at, path: 'role' }, messages.people.roleHint)}
            class="form-select"
            value={role}
            onChange={({ currentTarget }) => person.update({ role: currentTarget.value as Role })}
          >
            <option value="member">{messages.people.roles.member}</option>
            <option value="admin">{messages.people.roles.admin}</option>
          </select>
        </Field>
      )}
      <Field {...at} path="currency" hint={messages.people.currencyHint}>
        <select
          {...tied({ ...at, path: 'currency' }, messages.people.currencyHint)}
          class="form-select"
          value={currency}
          onChange={({ currentTarget }) => person.update({ currency: currentTarget.value as Currency })}
        >
          <CurrencyOptions />
        </select>
      </Field>
    </>
  )
}
