import type { Field } from '../../entry/merge.ts'
import { expenses, list, nouns } from '../sentence.ts'

/** What an event did to an expense in a report, after whose doing it was. */
const reportDeeds: Record<string, (changed: string) => string> = {
  ExpenseRecorded: () => 'recorded it',
  ExpenseAmended: (changed) => `changed the ${changed}`,
  ExpenseDeleted: () => 'deleted it',
  ExpenseRestored: () => 'restored it',
  UserDeleted: () => 'deleted the profile it belongs to',
  UserRestored: () => 'restored the profile it belongs to',
}

export const reports = {
  names: { spending: 'Spending', statement: 'Statement', changes: 'What changed' },
  group: 'Told apart',
  groups: {
    category: 'By category',
    month: 'By month',
    'month,category': 'By month and category',
    none: 'As a whole',
  },
  csv: 'CSV',
  csvHint: 'Download this report as CSV',
  print: 'Print',
  whole: 'Total',
  currency: 'Currency',
  count: 'Expenses',
  month: 'Month',
  inCurrency: (currency: string) => `Spent in ${currency}`,
  running: 'Sum so far',
  statementOf: (month: string) => `Statement of ${month}`,
  nothing: (inPeriod: string) => `Nothing was spent ${inPeriod}`,
  nothingText: 'Another period, or another moment in “As known on”, may have something.',
  known: (event: string, moment: string) => `As known at event ${event}, recorded on ${moment}`,
  knownNothing: 'As known before anything was recorded',
  copy: 'Copy a link to exactly this',
  copyHint: 'What is recorded or changed later does not change what the link shows',
  copied: 'The link is copied. It shows the same for ever.',
  copyTitle: 'A link to exactly this',
  copyText: 'Copy it from here. It shows the same for ever.',
  copyLabel: 'Link',
  paper: { ledger: 'Ledger', everybody: 'Everybody’s', period: 'Period', known: 'State', printed: 'Printed' },
  since: (moment: string) => `Since ${moment}`,
  sincePanel: {
    title: 'What changed since',
    text: 'Compares the report as it was known at that moment with the one that is shown.',
    show: 'Compare with it',
  },
  tooLate: 'Nothing to compare',
  tooLateText: (since: string, until: string) =>
    `What is shown (${until}) is not later than ${since}. Choose an earlier moment to compare with.`,
  now: 'now',
  balances: 'What the report came to',
  was: 'Was',
  is: 'Is',
  difference: 'Difference',
  changedSince: (moment: string) => `What changed since ${moment}`,
  at: (event: string) => `at event ${event}`,
  event: (position: string) => `Event ${position}`,
  changed: (count: number, written: string) => `${expenses(count, written)} ${count === 1 ? 'is' : 'are'} different`,
  same: 'Nothing is different',
  sameText: (inPeriod: string, moment: string) =>
    `What the ledger says of what was spent ${inPeriod} is what it said on ${moment}.`,
  replaying: 'Reading the log',
  replayed: (position: string, of: string) => `Reading the log: event ${position} of ${of}`,
  kinds: { came: 'Added', went: 'Gone', changed: 'Changed' },
  told: { description: 'What for', amount: 'Amount', date: 'Spent on', category: 'Category' },
  did: (type: string, changed: string[]) =>
    reportDeeds[type]?.(list.format(changed.map((field) => nouns[field as Field] ?? field))) ?? type,
  commandLine: 'The command line',
}
