import type { Field } from '../entry/merge.ts'
import { capital, expenses, list, nouns } from './sentence.ts'

export const bulk = {
  changed: (count: number, field: Field, to: string) =>
    `${capital(nouns[field])} of ${expenses(count)} changed to ${to}`,
  deleted: (count: number) => `Deleted ${expenses(count)}`,
  restored: (count: number) => `Restored ${expenses(count)}`,
  takenBack: (count: number) => `Taken back: ${expenses(count)} as before`,
  nothing: 'There was nothing to change',
  refused: (count: number, reason: string) => `Nothing was changed: ${expenses(count)} cannot be. ${reason}`,
  changedSince: (count: number) => `Not taken back: ${expenses(count)} changed since`,
  skip: 'Take back the others',
}

export const inline = {
  label: (what: string) => `Edit ${what}`,
  save: 'Save the changes',
  leave: 'Leave without saving',
  theirs: (who: string, now: readonly string[]) => `${who} changed this meanwhile: ${list.format(now)}.`,
  deleted: (who: string) => `${who} deleted this meanwhile. Restore it before you change it.`,
  is: (field: Field, value: string) => `${nouns[field]} is now ${value}`,
  keeps: (field: Field, value: string) => `${nouns[field]} is now ${value}, yours is kept`,
  again: 'Save again if yours is right.',
}
