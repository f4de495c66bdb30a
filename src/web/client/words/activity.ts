import type { EventType } from '../../../events/event.ts'
import type { ShareRole } from '../../../events/user.ts'
import { could, nouns } from './sentence.ts'

/** What an event of the audit trail is about. `owner` is whose thing it is, if it is not the own of who did it. */
type Told = {
  name: string
  owner: string | undefined
  changed: readonly string[]
  newName: string | undefined
  role: string
  other: string
}

/** Before the thing, the thing, and behind it: a language says each where it belongs. */
type Said = { did: string; thing: string; more?: string }

const quoted = (text: string) => `“${text}”`
const whose = (owner: string | undefined) => (owner === undefined ? '' : `${owner}’s `)
const expenseOf = ({ owner, name }: Told) => whose(owner) + quoted(name)
const categoryOf = ({ owner, name }: Told) => `${owner === undefined ? 'the ' : whose(owner)}category ${quoted(name)}`
const profileOf = ({ owner }: Told) => (owner === undefined ? 'their own profile' : `${whose(owner)}profile`)
const ledgerOf = ({ owner }: Told) => (owner === undefined ? 'their own ledger' : `${whose(owner)}ledger`)

const auditNouns: Record<string, string> = {
  ...nouns,
  ...{ name: 'name', email: 'e-mail address', role: 'role', colour: 'colour' },
}
const changing = ([only = '', ...others]: readonly string[]) =>
  others.length === 0 ? `changed the ${auditNouns[only] ?? only} of` : `changed ${others.length + 1} fields of`

const auditDeeds: Record<EventType, (told: Told) => Said> = {
  ExpenseRecorded: (told) => ({ did: 'recorded', thing: expenseOf(told) }),
  ExpenseAmended: (told) => ({ did: changing(told.changed), thing: expenseOf(told) }),
  ExpenseDeleted: (told) => ({ did: 'deleted', thing: expenseOf(told) }),
  ExpenseRestored: (told) => ({ did: 'restored', thing: expenseOf(told) }),
  CategoryAdded: (told) => ({ did: 'added', thing: categoryOf(told) }),
  CategoryChanged: (told) => ({ did: changing(told.changed), thing: categoryOf(told) }),
  CategoryArchived: (told) => ({ did: 'archived', thing: categoryOf(told) }),
  CategoryRestored: (told) => ({
    ...{ did: 'brought back', thing: categoryOf(told) },
    ...(told.newName !== undefined && { more: `as ${quoted(told.newName)}` }),
  }),
  UserRegistered: (told) =>
    told.owner === undefined ? { did: 'registered', thing: '' } : { did: 'added', thing: profileOf(told) },
  UserChanged: (told) => ({ did: changing(told.changed), thing: profileOf(told) }),
  UserDeleted: (told) => ({ did: 'deleted', thing: profileOf(told) }),
  UserRestored: (told) => ({ did: 'restored', thing: profileOf(told) }),
  UserErased: (told) =>
    told.owner === undefined
      ? { did: 'erased all their own words', thing: '' }
      : { did: 'erased', thing: profileOf(told), more: 'and all their words' },
  LedgerShared: (told) => ({
    ...{ did: 'shared', thing: ledgerOf(told) },
    more: `with ${told.other}, who ${could[told.role as ShareRole] ?? told.role} it`,
  }),
  ShareEnded: (told) => ({ did: 'no longer shares', thing: ledgerOf(told), more: `with ${told.other}` }),
}

export const activity = {
  title: 'Activity',
  commandLine: 'The command line',
  /** What one event did. */
  deeds: auditDeeds,
}
