import { activity } from './words/activity.ts'
import { bulk, inline } from './words/changes.ts'
import { charts } from './words/charts.ts'
import { empty } from './words/empty.ts'
import { entry } from './words/entry.ts'
import { errors } from './words/errors.ts'
import { expense } from './words/expense.ts'
import { fields } from './words/fields.ts'
import { filter } from './words/filter.ts'
import { frame, notFound, privacy, theme } from './words/frame.ts'
import { keys, listKeys } from './words/keys.ts'
import { columns, list, selection } from './words/list.ts'
import { overview } from './words/overview.ts'
import { palette } from './words/palette.ts'
import { pasted } from './words/pasted.ts'
import { people } from './words/people.ts'
import { asOf, ledgers, period } from './words/scope.ts'
import { session } from './words/session.ts'
import { toasts } from './words/toasts.ts'

/** Every text that comes with the first page. Counts and amounts arrive as they are written, dates too. */
export const messages = {
  brand: 'Expense Ledger',
  title: (page: string) => `${page} · Expense Ledger`,
  expenses: { title: 'Expenses' },
  reports: { title: 'Reports' },
  categories: { title: 'Categories' },
  settings: { title: 'Settings' },
  admin: { title: 'Admin' },
  import: { title: 'Import', action: 'Import expenses from a file' },
  form: { save: 'Save' },
  activity,
  asOf,
  bulk,
  charts,
  columns,
  empty,
  entry,
  errors,
  expense,
  fields,
  filter,
  frame,
  inline,
  keys,
  ledgers,
  list,
  listKeys,
  notFound,
  overview,
  palette,
  pasted,
  people,
  period,
  privacy,
  selection,
  session,
  theme,
  toasts,
}

/** What a further language has to say. */
export type Messages = typeof messages
