import { signal } from '@preact/signals'
import type { Role } from '../../../events/user.ts'
import type { Currency } from '../../../events/money.ts'

export type PersonValues = { name: string; email: string; password: string; role: Role; currency: Currency }

export type PersonForm = ReturnType<typeof openPersonForm>

/** The fields of a person, as typed. */
export function openPersonForm(begin: Partial<PersonValues>) {
  const empty: PersonValues = { name: '', email: '', password: '', role: 'member', currency: 'EUR' as Currency }
  const first = { ...empty, ...begin }
  const values = signal(first)

  return {
    values,
    update: (changed: Partial<PersonValues>) => (values.value = { ...values.value, ...changed }),
    /** Those of `fields` that are no longer what they began as. */
    changed<F extends keyof PersonValues>(...fields: F[]): Partial<Pick<PersonValues, F>> {
      const changes: Partial<Pick<PersonValues, F>> = {}
      for (const field of fields) if (values.value[field] !== first[field]) changes[field] = values.value[field]
      return changes
    },
  }
}
