import type { Expense } from '../../api.ts'

/** The fields of an expense that a form has. */
export const fields = ['amount', 'category', 'description', 'date', 'currency'] as const
export type Field = (typeof fields)[number]
export type Values = { [F in Field]: string }

export function valuesOf({ amount, category, description, date, currency }: Expense): Values {
  return { amount, category, description, date, currency }
}

/** The fields in which `after` differs from `before`. */
export function changedFields(before: Values, after: Values): Field[] {
  return fields.filter((field) => before[field] !== after[field])
}

/**
 * What a form holds after somebody else changed what it started from: what was typed stays, the rest becomes the newest.
 * `theirs` are the fields that they changed, `both` those where it is for the person to choose: changed here too, to something else.
 */
export function merged(started: Values, typed: Values, newest: Values) {
  const mine = changedFields(started, typed)
  const theirs = changedFields(started, newest)
  const values = { ...newest }
  for (const field of mine) values[field] = typed[field]
  return { values, theirs, both: theirs.filter((field) => mine.includes(field) && typed[field] !== newest[field]) }
}
