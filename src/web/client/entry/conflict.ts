import type { Category, Expense } from '../../api.ts'
import type { Currency } from '../../../events/money.ts'
import { rebased, typedValues, type Draft } from './draft.ts'
import { merged, valuesOf, type Field, type Values } from './merge.ts'

/**
 * Somebody else changed the expense first: to what, in which fields, and in which of them something else was typed here.
 * `yours` is all that was typed.
 */
export type Conflict = { newest: Expense; theirs: Field[]; both: Field[]; yours: Values }

/** `draft`, which began from `seen`, over what the expense is by now; without a conflict if nothing of it differs. */
export function meeting(draft: Draft, seen: Expense, newest: Expense, known: readonly Category[]) {
  const typed = typedValues(draft, known)
  const { values, theirs, both } = merged(valuesOf(seen), typed, valuesOf(newest))
  const differs = theirs.length > 0 || newest.deleted
  const conflict: Conflict | undefined = differs ? { newest, theirs, both, yours: values } : undefined
  return { draft: rebased(draft, values, newest), conflict }
}

/** What the form has to change for `field` to be `value`. */
export function settingOf(field: Field, value: string): Partial<Draft> {
  switch (field) {
    case 'category':
      return { picked: value, categoryText: '' }
    case 'currency':
      return { currency: value as Currency }
    case 'amount':
    case 'description':
    case 'date':
      return { [field]: value }
  }
}
