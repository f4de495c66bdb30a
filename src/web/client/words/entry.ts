import type { Field } from '../entry/merge.ts'
import type { AmountProblem } from '../entry/amount-text.ts'
import { list, nouns } from './sentence.ts'

export const amountProblems: Record<AmountProblem, (currency: string) => string> = {
  empty: () => 'Type an amount',
  unreadable: () => 'Type an amount such as 12.50, or a sum such as 12.50+4',
  decimals: (currency) => `That has more decimals than ${currency} has`,
  zero: () => 'The amount must not be zero',
  tooLarge: () => 'The amount is too large',
}

export const entry = {
  add: 'Add',
  addTitle: 'Add an expense',
  edit: 'Edit the expense',
  amountHint: 'Also a sum, such as 12.50+4',
  amountProblem: (problem: AmountProblem, currency: string) => amountProblems[problem](currency),
  categoryHint: 'Type to find one or to add a new one',
  newCategory: (name: string) => `New: ${name}`,
  noCategory: 'Pick a category or type a new one',
  noDescription: 'Say what it was for',
  noDate: 'Pick a date',
  allOf: (count: string) => `All ${count} categories`,
  fewer: 'Fewer categories',
  today: 'Today',
  yesterday: 'Yesterday',
  otherDate: 'Date',
  save: (money: string) => (money ? `Save ${money}` : 'Save'),
  saveChanges: 'Save the changes',
  saveAndAnother: 'Save and add another',
  remove: 'Delete this expense',
  keySave: 'saves',
  keyAnother: 'saves and starts another',
  dropQuestion: 'Drop what you typed?',
  stay: 'Go on typing',
  drop: 'Drop it',
  somebody: 'Somebody',
  yourself: 'You yourself',
  conflict: (who: string, changed: readonly Field[], when: string) =>
    `${who} changed ${list.format(changed.map((field) => `the ${nouns[field]}`))} ${when}. What you typed is kept.`,
  conflictDeleted: (who: string, when: string) =>
    `${who} deleted this expense ${when}. What you typed is kept; restore the expense to save it.`,
  takenOver: 'taken over',
  theirs: 'Theirs',
  yours: 'Yours',
  suggestions: 'Written earlier',
  isSaved: 'Saved',
  isDropped: 'Nothing was saved',
  another: 'Add another',
  toLedger: 'To the ledger',
  leftLabel: 'Not saved yet',
  leftNew: (typed: string) => `You were adding an expense: ${typed}`,
  leftChange: (what: string) => `You were changing ${what}`,
  goOn: 'Go on',
  dropIt: 'Drop it',
}
