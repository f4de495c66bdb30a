import type { AccessType } from '../../../api/access-log.ts'

/** What an entry of the access log tells of; `whose` is somebody else’s, `other` whom a ledger is shared with. */
type Accessed = { whose: string | undefined; other: string; isLeaving: boolean }

const ofWhom = (whose: string | undefined) => (whose === undefined ? '' : ` of ${whose}`)
const accessDid = {
  SignedIn: () => 'signed in',
  SignInFailed: ({ whose }) =>
    whose === undefined ? 'tried an e-mail address that nobody has here' : `gave a wrong password for ${whose}`,
  SecondFactorFailed: ({ whose = '' }) => `gave the right password for ${whose}, and a wrong code`,
  SignedOut: () => 'signed out',
  SessionEnded: () => 'ended a session',
  TokenMade: () => 'made a token',
  TokenUsed: () => 'used a token for the first time',
  TokenEnded: () => 'ended a token',
  PasswordChanged: ({ whose }) => (whose === undefined ? 'changed the password' : `set the password of ${whose}`),
  PasswordWrong: () => 'gave a wrong password in a session',
  SecondFactorTurnedOn: () => 'turned the second factor on',
  SecondFactorTurnedOff: () => 'turned the second factor off',
  SecondFactorReset: ({ whose }) => `took the second factor${ofWhom(whose)} away`,
  RecoveryCodesMade: () => 'made new recovery codes',
  RecoveryCodeUsed: () => 'used a recovery code',
  LedgerShared: ({ whose, other }) => `shared the ledger${ofWhom(whose)} with ${other}`,
  ShareEnded: ({ whose, other, isLeaving }) =>
    isLeaving ? `left the ledger${ofWhom(whose)}` : `stopped sharing the ledger${ofWhom(whose)} with ${other}`,
  UserErased: () => 'erased a profile',
  LogExported: () => 'exported the log with the keys to read it',
} satisfies Record<AccessType, (entry: Accessed) => string>

export const access = {
  title: 'Access log',
  text: 'Who came in or tried to, from where, and what lets people in. It is no part of the ledger’s history: old entries are forgotten.',
  open: 'Open the access log',
  somebody: 'Somebody',
  /** What one entry says, after who; `whose` is named where it is not that one’s own. */
  did: accessDid,
  types: {
    SignedIn: 'Signed in',
    SignInFailed: 'Wrong passwords at signing in',
    SecondFactorFailed: 'Wrong codes at signing in',
    SignedOut: 'Signed out',
    SessionEnded: 'Sessions ended',
    TokenMade: 'Tokens made',
    TokenUsed: 'Tokens used for the first time',
    TokenEnded: 'Tokens ended',
    PasswordChanged: 'Passwords changed',
    PasswordWrong: 'Wrong passwords in a session',
    SecondFactorTurnedOn: 'Second factors turned on',
    SecondFactorTurnedOff: 'Second factors turned off',
    SecondFactorReset: 'Second factors taken away',
    RecoveryCodesMade: 'Recovery codes made',
    RecoveryCodeUsed: 'Recovery codes used',
    LedgerShared: 'Ledgers shared',
    ShareEnded: 'Shares ended',
    UserErased: 'Profiles erased',
    LogExported: 'The log exported with keys',
  } satisfies Record<AccessType, string>,
  anyType: 'All that happened',
  typeLabel: 'What happened',
  anybody: 'Everybody’s accounts',
  userLabel: 'Whose account',
  anyTime: 'At any time',
  timeLabel: 'When it happened',
  times: { today: 'Today', week: 'The last 7 days', month: 'The last 30 days' },
  request: (id: string) => `Request ${id}`,
  none: 'Nobody has come in',
  noneText: 'Who signs in, or tries to, shows here.',
  noMatch: 'Nothing matches',
  noMatchText: 'No entry is like what you are looking for.',
  shown: (count: number, written: string, more: boolean) =>
    more ? `The latest ${written} entries` : `${written} ${count === 1 ? 'entry' : 'entries'}`,
  more: 'Load more',
}
