// Generated from the OpenAPI description by `npm run client`: change that one, not this.

export type AccessEntry = {
  /** A UUID (version 7) */
  id: string
  /** When it happened, by the clock of the process that was asked */
  at: Instant
  /** What happened */
  type:
    | 'SignedIn'
    | 'SignInFailed'
    | 'SecondFactorFailed'
    | 'SignedOut'
    | 'SessionEnded'
    | 'TokenMade'
    | 'TokenUsed'
    | 'TokenEnded'
    | 'PasswordChanged'
    | 'PasswordWrong'
    | 'SecondFactorTurnedOn'
    | 'SecondFactorTurnedOff'
    | 'SecondFactorReset'
    | 'RecoveryCodesMade'
    | 'RecoveryCodeUsed'
    | 'LedgerShared'
    | 'ShareEnded'
    | 'UserErased'
    | 'LogExported'
  /** Whose account it is about; null where nobody has the e-mail address that was given */
  user: Person | null
  /** Who did it; null where nobody was signed in, and for the command line */
  actor: Person | null
  /** With whom it is shared; null for anything else */
  other: Person | null
  /** Which token; null for anything else */
  tokenId: string | null
  /** From which network address; null for the command line, and once the actor is erased */
  address: string | null
  /** With which browser or program, in short; null where it did not say */
  agent: string | null
  /** The `X-Request-Id` of the answer; null for the command line */
  requestId: string | null
}

export type AccessLog = {
  /** A page of them */
  items: AccessEntry[]
  /** The `cursor` of the page that follows; null after the last one */
  next: string | null
}

/** An amount in major units, as a text so that nothing is rounded; with no more decimals than its currency has */
export type Amount = string

export type AsOf = string

export type AuditAbout = {
  /** What it was called just before, cut short if it is long */
  name: string
  /** The name of whose ledger it is in */
  owner: string
  /** Of an expense, what it was just before, in major units */
  amount?: Amount
  /** An ISO 4217 code */
  currency?: Currency
  /** The day it was spent on, just before */
  date?: CalendarDate
  /** The name of the category it was recorded in */
  category?: string
  /** With whom a ledger is shared, or no longer */
  with?: string
}

export type AuditEntry = {
  /** The event’s place in the log */
  position: number
  /** How many changes its stream has; also the `ETag` */
  version: number
  /** What happened */
  type: string
  /** When the log learnt of it */
  recordedAt: Instant
  /** Who caused it; null for the command line */
  actor: Person | null
  /** From where: a browser, a token, an import or the command line */
  origin: Origin
  /** What was done at once has one batch id; null for what was done alone */
  batch: string | null
  /** For each field what it was and what it is, in major units; of the first event only what it is */
  changes: Record<
    string,
    {
      from?: string
      to: string
    }
  >
  /** By id, what people and categories that were renamed since are called now */
  now: Record<string, string>
  /** The RFC 6962 leaf hash of the event */
  hash: string
  /** What it happened to: `expense-…`, `category-…` or `user-…` */
  stream: string
  /** Whose ledger it belongs to */
  userId: Id
  /** What happened, in words; long texts are cut short */
  summary: string
  /** What `summary` is made of, to say it in another language */
  about: AuditAbout
}

export type AuditList = {
  /** A page of them */
  items: AuditEntry[]
  /** The `cursor` of the page that follows; null after the last one */
  next: string | null
}

export type BatchDone = {
  /** The batch, to be taken back by; null where there was nothing to change */
  batch: string | null
  /** How many expenses were changed */
  count: number
}

export type BatchId = string

export type BulkChange = {
  /** These expenses; one that is given twice counts once */
  ids?: Id[]
  /** All that the list would show; deleted ones are left alone, or with `restore` the others */
  filter?: {
    user?: Id
    from?: CalendarDate
    to?: CalendarDate
    category?: string
    q?: string
    min?: Amount
    max?: Amount
    currency?: Currency
    batch?: BatchId
    deleted?: 'false' | 'true' | 'all'
  }
  /** What is to become of each */
  change?: ExpenseChange
  /** That they are to be deleted */
  delete?: true
  /** That they are to be restored */
  restore?: true
}

/** A date without time or zone */
export type CalendarDate = string

export type Category = {
  /** A UUID (version 7) */
  id: Id
  /** Whose ledger it belongs to */
  userId: Id
  /** As a person wrote it */
  name: string
  /** Red, green and blue in hexadecimal digits */
  colour: Colour
  /** Whether it is offered no more */
  archived: boolean
  /** How many changes its stream has; also the `ETag` */
  version: number
}

export type CategoryChange = {
  /** As a person wrote it */
  name?: Name
  /** Red, green and blue in hexadecimal digits */
  colour?: Colour
}

export type CategoryList = {
  /** A page of them */
  items: Category[]
  /** The `cursor` of the page that follows; null after the last one */
  next: string | null
}

export type Changes = {
  /** The earlier moment */
  since: Moment
  /** The later moment */
  until: Moment
  /** What the report had of each expense and what it has now, null for nothing, and the events in between */
  items: {
    id: Id
    was: Expense | null
    is: Expense | null
    events: {
      position: number
      type: string
      recordedAt: Instant
      actor: Person | null
      changes: Record<
        string,
        {
          from?: string
          to: string
        }
      >
      difference: Totals
    }[]
  }[]
  /** By how much the totals differ: what all events did, added up */
  difference: Totals
}

export type Code = string

export type Colour = string

export type ConsistencyProof = {
  /** The position of the earlier log */
  from: number
  /** The position of the later one */
  to: number
  /** The hashes that prove it, in base64 */
  path: string[]
}

/** An ISO 4217 code that the ledger knows */
export type Currency = string

export type DateFormat = 'YYYY-MM-DD' | 'DD.MM.YYYY' | 'DD/MM/YYYY' | 'MM/DD/YYYY'

export type DateStyle = 'words' | 'numbers' | 'iso'

export type DecimalMark = '.' | ','

export type Demo = {
  /** How many were registered */
  users: number
  /** How many were recorded */
  expenses: number
  /** The batch that all of it is */
  batch: string
}

export type Email = string

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export type Erasure = {
  /** The name of who is to be erased, typed to confirm */
  name: string
}

export type Expense = {
  /** A UUID (version 7) */
  id: Id
  /** Whose ledger it belongs to */
  userId: Id
  /** The category’s id */
  categoryId: Id
  /** The category’s name */
  category: string
  /** What it was for */
  description: string
  /** The day it was spent on: no time, no zone */
  date: CalendarDate
  /** In major units; below zero is a refund */
  amount: Amount
  /** An ISO 4217 code */
  currency: Currency
  /** How many changes its stream has; also the `ETag` */
  version: number
  /** When the log learnt of it */
  recordedAt: Instant
  /** When its last event was recorded */
  changedAt: Instant
  /** Who caused its last event; null for the command line */
  changedBy: Person | null
  /** Whether it is deleted */
  deleted: boolean
}

export type ExpenseChange = {
  /** The category’s name */
  category?: Name
  /** The category’s id */
  categoryId?: Id
  /** What it was for */
  description?: string
  /** The day it was spent on: no time, no zone */
  date?: CalendarDate
  /** In major units; below zero is a refund */
  amount?: Amount
  /** An ISO 4217 code */
  currency?: Currency
}

export type ExpenseExport = Expense[]

export type ExpenseList = {
  /** A page of them */
  items: Expense[]
  /** The `cursor` of the page that follows; null after the last one */
  next: string | null
  /** How many */
  count?: number
  /** A sum for each currency */
  totals?: Totals
}

export type ExpenseRevert = {
  /** The version whose fields it gets back */
  version: number
}

export type ExportQuery = {
  /** Whose ledger; an admin may name any user */
  user?: Id
  /** Spent on this day or later */
  from?: CalendarDate
  /** Spent on this day or earlier */
  to?: CalendarDate
  /** A category’s name, in any case, or its id */
  category?: string
  /** Text in the description or the category’s name, in any case */
  q?: string
  /** At least this much, in major units */
  min?: Amount
  /** At most this much, in major units */
  max?: Amount
  /** An ISO 4217 code */
  currency?: Currency
  /** What this batch recorded, changed, deleted or restored */
  batch?: BatchId
  /** `true`: only deleted ones; `all`: those too; `false` unless it is given */
  deleted?: 'false' | 'true' | 'all'
  /** `-date` unless it is given: newest first */
  sort?: Sort
  /** As the ledger was at a position (digits) or at an instant (ending in Z); now unless it is given */
  asOf?: AsOf
}

export type Flag = 'true' | 'false'

export type Health = {
  /** `starting` until it has its database; a process that is not alive does not answer */
  status: 'ok' | 'starting'
  /** The release */
  version: string
  /** What it was built from, where that is known */
  commit: string | null
}

export type History = HistoryEntry[]

/** One event in the life of an expense */
export type HistoryEntry = {
  /** The event’s place in the log */
  position: number
  /** How many changes its stream has; also the `ETag` */
  version: number
  /** What happened */
  type: string
  /** When the log learnt of it */
  recordedAt: Instant
  /** Who caused it; null for the command line */
  actor: Person | null
  /** From where: a browser, a token, an import or the command line */
  origin: Origin
  /** What was done at once has one batch id; null for what was done alone */
  batch: string | null
  /** For each field what it was and what it is, in major units; of the first event only what it is */
  changes: Record<
    string,
    {
      from?: string
      to: string
    }
  >
  /** By id, what people and categories that were renamed since are called now */
  now: Record<string, string>
  /** The RFC 6962 leaf hash of the event */
  hash: string
}

export type Id = string

export type ImportAnswer = ImportPreview | BatchDone

export type ImportMapping = {
  /** As a person wrote it */
  name: Name
  /** The heading of each column; of amounts there is `amount`, or `debit` for what went out and perhaps `credit` for what came in */
  columns: {
    date: string
    description: string
    amount?: string
    debit?: string
    credit?: string
    category?: string
    currency?: string
  }
  /** How the file’s bytes are read; recognised unless it is given */
  encoding?: Encoding
  /** What stands between two columns */
  separator: Separator
  /** What stands before the decimals */
  decimalMark: DecimalMark
  /** How dates are written */
  dateFormat: DateFormat
  /** Whether expenses are below zero, as banks write them; recognised unless it is given */
  negated?: boolean
  /** The category of rows that name none */
  category?: Name
}

export type ImportMappingInput = {
  /** As a person wrote it */
  name: Name
  /** The heading of each column; of amounts there is `amount`, or `debit` for what went out and perhaps `credit` for what came in */
  columns: {
    date: string
    description: string
    amount?: string
    debit?: string
    credit?: string
    category?: string
    currency?: string
  }
  /** How the file’s bytes are read; recognised unless it is given */
  encoding?: Encoding
  /** What stands between two columns */
  separator?: Separator
  /** What stands before the decimals */
  decimalMark?: DecimalMark
  /** How dates are written */
  dateFormat?: DateFormat
  /** Whether expenses are below zero, as banks write them; recognised unless it is given */
  negated?: boolean
  /** The category of rows that name none */
  category?: Name
}

export type ImportPreview = {
  /** The plain form, an export of Firefly III or of Actual, or another file */
  format: 'plain' | 'firefly' | 'actual' | 'other'
  /** How the file’s bytes are read */
  encoding: Encoding
  /** What stands between two columns */
  separator: Separator
  /** Whether a line names the columns */
  header: boolean
  /** How dates are written; null where it has to be said */
  dateFormat: DateFormat | null
  /** What stands before the decimals; null where it has to be said */
  decimalMark: DecimalMark | null
  /** Whether the sign of amounts is turned */
  negated: boolean
  /** The columns that there are */
  headings: string[]
  /** The heading of the column that each field is read from; null for none */
  columns: {
    date: string | null
    description: string | null
    amount: string | null
    debit: string | null
    credit: string | null
    category: string | null
    currency: string | null
  }
  /** Why each parameter is what it is */
  recognised: {
    parameter: string
    message: string
    code: string
    values: Record<string, string>
  }[]
  /** Parameters that have to be given before anything is recorded */
  questions: {
    parameter: string
    message: string
    code: string
    values: Record<string, string>
  }[]
  /** How many rows come to what */
  counts: Record<string, number>
  /** What each row would become */
  rows: ImportRow[]
}

export type ImportRow = {
  /** Its number, counted from 1 below the headings */
  row: number
  /** The line of the file that it begins on */
  line: number
  /** `new`, `double` (the ledger has it), `possible` (perhaps it has), `aside` (no expense) or `problem` */
  outcome: RowOutcome
  /** Why, in words */
  message: string | null
  /** Why, for programs and other languages; null where there is nothing to say, or `problems` say it */
  code: string | null
  /** What `code` is about, by name */
  values: Record<string, string>
  /** The expense that it may be the same as */
  like: string | null
  /** Whether `rows` may name it */
  recordable: boolean
  /** As it would be recorded; where that is a problem, as it stands in the file */
  date: string
  /** What it was for */
  description: string
  /** The category’s name */
  category: string
  /** In major units, its sign turned where the file’s are */
  amount: string
  /** An ISO 4217 code */
  currency: string
  /** In which column what was expected */
  problems: {
    column: string
    message: string
    code: string
    values: Record<string, string>
  }[]
}

export type InclusionProof = {
  /** Counted from 0: the position less one */
  index: number
  /** How many events the log has, or had */
  size: number
  /** The hash of the event, in base64 */
  leafHash: string
  /** The hashes from beside the leaf up to the root, in base64 */
  path: string[]
}

/** A moment in UTC, RFC 3339 with six digits */
export type Instant = string

/** What is told of an event as it happens */
export type LiveEvent = {
  /** The event’s place in the log */
  position: number
  /** What happened */
  type: string
  /** What it happened to: `expense-…`, `category-…` or `user-…` */
  stream: string
  /** Whose ledger it belongs to */
  userId: Id
}

export type MadeToken = {
  /** A UUID (version 7) */
  id: string
  /** As a person wrote it */
  name: string
  /** `read` changes nothing; `write` is for one’s own ledger; `admin` for all that its user, an admin, may do */
  scope: Scope
  /** When it was made */
  createdAt: Instant
  /** When it was used last, give or take a minute; null for never */
  usedAt: Instant | null
  /** When it ends; null for never */
  expiresAt: Instant | null
  /** To be kept secret; shown this once */
  token: string
}

export type Moment = {
  /** The event’s place in the log */
  position: number
  /** When the event at that position was recorded; null before the first one */
  recordedAt: Instant | null
}

export type Name = string

export type NewCategory = {
  /** As a person wrote it */
  name: Name
  /** Red, green and blue in hexadecimal digits */
  colour?: Colour
  /** Whose it is to be; an admin may name any user */
  userId?: Id
}

export type NewExpense = {
  /** A UUID (version 7) */
  id?: Id
  /** Whose it is to be; an admin may name any user */
  userId?: Id
  /** A name; the category is added if there is none of that name */
  category?: Name
  /** The category’s id */
  categoryId?: Id
  /** What it was for */
  description: string
  /** The day it was spent on: no time, no zone */
  date: CalendarDate
  /** In major units; below zero is a refund */
  amount: Amount
  /** An ISO 4217 code */
  currency?: Currency
}

export type NewShare = {
  /** Of whom it is to be shared with, or else `userId` */
  email?: Email
  /** Whom it is to be shared with, or else `email` */
  userId?: Id
  /** A viewer looks, an editor also changes, an auditor looks and reads the audit trail */
  role: 'viewer' | 'editor' | 'auditor'
}

export type NewToken = {
  /** What it is for, as a person wrote it */
  name: Name
  /** `read` unless it is given */
  scope?: Scope
  /** Without it the token is good until it is deleted */
  expiresAt?: string
}

export type NewUser = {
  /** As a person wrote it */
  name: Name
  /** An e-mail address; no two users have the same one */
  email: Email
  /** Ten characters or more */
  password: Password
  /** Member unless it is given */
  role?: Role
  /** EUR unless it is given */
  currency?: Currency
}

export type Origin = 'web' | 'api' | 'import' | 'cli'

export type OwnData = {
  /** As of which position it is */
  position: number
  /** The profile */
  user: User
  /** What the user chose for themselves */
  preferences: Preferences
  /** Whom the ledger is shared with */
  shares: Shares
  /** Archived ones too */
  categories: Category[]
  /** Deleted ones too */
  expenses: Expense[]
  /** All that happened in the user’s ledger, oldest first, as the audit trail tells it */
  history: AuditEntry[]
}

export type OwnPassword = {
  /** One’s own password */
  current: string
}

export type Password = string

export type PasswordChange = {
  /** One’s own password as it was */
  current?: string
  /** Ten characters or more */
  password: Password
}

export type Person = {
  /** A UUID (version 7) */
  id: Id
  /** As a person wrote it */
  name: string
}

export type Preferences = {
  /** A language tag such as de-CH; null follows the browser */
  locale: string | null
  /** 1 is Monday, 7 Sunday; null follows the locale */
  firstDayOfWeek: number | null
  /** `words` such as 21 Nov 2026, `numbers` in the order of the locale, or `iso`: 2026-11-21 */
  dateStyle: DateStyle
  /** What the page looks like */
  theme: 'system' | 'light' | 'dark'
  /** What new expenses begin with; null for the user’s own */
  defaultCurrency: Currency | null
  /** Whether single letters are shortcuts in the browser */
  letterKeys: boolean
  /** Filters under names of one’s own */
  savedFilters: SavedFilter[]
  /** How one’s banks write their files */
  importMappings: ImportMapping[]
}

export type PreferencesInput = {
  /** A language tag such as de-CH; null follows the browser */
  locale?: string | null
  /** 1 is Monday, 7 Sunday; null follows the locale */
  firstDayOfWeek?: number | null
  /** `words` such as 21 Nov 2026, `numbers` in the order of the locale, or `iso`: 2026-11-21 */
  dateStyle?: DateStyle
  /** What the page looks like */
  theme?: 'system' | 'light' | 'dark'
  /** What new expenses begin with; null for the user’s own */
  defaultCurrency?: Currency | null
  /** Whether single letters are shortcuts in the browser */
  letterKeys?: boolean
  /** Filters under names of one’s own */
  savedFilters?: SavedFilter[]
  /** How one’s banks write their files */
  importMappings?: ImportMappingInput[]
}

/** RFC 9457: why a request was refused */
export type Problem = {
  /** Stable: what to tell problems apart by */
  type: string
  /** The kind of problem in words */
  title: string
  /** The HTTP status */
  status: number
  /** This problem in words */
  detail?: string
  /** What is wrong with which field, parameter or header */
  errors?: {
    path: string
    message: string
  }[]
  /** That the ledger has no users yet: the first to register becomes its admin */
  firstRun?: boolean
  /** What the ledger’s log calls this request */
  requestId?: string
  [more: string]: unknown
}

export type ProjectionStatus = {
  /** The table’s name */
  name: string
  /** The version of the table’s shape */
  version: number
  /** Up to where the log has been applied */
  position: number
  /** How many events it has not looked at */
  lag: number
  /** `failed`: it stopped at an event; `another release`: its table is of a version that this one does not keep */
  state: 'live' | 'failed' | 'another release'
  /** Why it stopped, or why its last rebuild came to nothing */
  error: string | null
  /** How far a table that is built to replace it is, at `rate` events a second */
  rebuild: {
    position: number
    of: number
    rate: number
  } | null
}

export type ProjectionStatuses = ProjectionStatus[]

export type Proof = InclusionProof | ConsistencyProof

export type Readiness = {
  /** Whether the ledger can be used */
  ready: boolean
  /** In words, why not */
  reasons: string[]
  /** In words, what is wrong and keeps nobody from using it */
  warnings: string[]
  /** Whether the database answers */
  database: boolean
  /** The position of the last event; null if the database did not say */
  head: number | null
  /** How many events there are up to which position, as far as they have been counted */
  counted: {
    position: number
    events: number
  } | null
  /** How far behind the log each projection is */
  projections: {
    name: string
    position: number
    lag: number
    lagSeconds: number
    applied: number
    state: string
  }[]
}

export type RecoveryCodes = {
  /** Each signs in once in place of the app; shown this once */
  codes: string[]
}

export type Role = 'admin' | 'member'

export type RowOutcome = 'new' | 'double' | 'possible' | 'aside' | 'problem'

export type SavedFilter = {
  /** As a person wrote it */
  name: Name
  /** What the list is asked for */
  filter: ExportQuery
}

export type Scope = 'read' | 'write' | 'admin'

export type SecondFactor = {
  /** When it was turned on; null for off */
  onSince: Instant | null
  /** How many are left */
  recoveryCodes: number
}

export type SecondFactorOffer = {
  /** In base32, for an app that takes no link */
  secret: string
  /** The same as a link; what the QR code holds */
  uri: string
}

export type SecondFactorProof = {
  /** What the app shows now: six digits */
  code: Code
}

export type Separator = ',' | ';' | '\t' | '|'

export type Session = {
  /** A UUID (version 7) */
  id: string
  /** When one signed in */
  createdAt: Instant
  /** When it was used last, give or take an hour */
  seenAt: Instant
  /** When it ends if it is used no more */
  expiresAt: Instant
  /** Whether it is the one that asks */
  current: boolean
}

export type SessionList = {
  /** A page of them */
  items: Session[]
  /** The `cursor` of the page that follows; null after the last one */
  next: string | null
}

export type Share = {
  /** Whom it is shared with */
  userId: Id
  /** As a person wrote it */
  name: string
  /** As what they come in */
  role: 'viewer' | 'editor' | 'auditor'
}

export type SharedLedger = {
  /** Whose ledger it belongs to */
  userId: Id
  /** As a person wrote it */
  name: string
  /** An ISO 4217 code */
  currency: Currency
  /** As what one comes in */
  role: 'viewer' | 'editor' | 'auditor'
}

export type SharedLedgers = SharedLedger[]

export type Shares = Share[]

export type SignIn = {
  /** An e-mail address; no two users have the same one */
  email: string
  /** Ten characters or more */
  password: string
  /** Of the authenticator app, or a recovery code; for who has a second factor */
  code?: Code
}

export type SignedCheckpoint = {
  /** How many events it stands for */
  position: number
  /** The root of their tree, in base64 */
  rootHash: string
  /** A signed note with a tlog-checkpoint in it (c2sp.org) */
  note: string
  /** The verifier key that proves it */
  publicKey: string
}

export type Sort = 'date' | '-date' | 'amount' | '-amount' | 'recorded' | '-recorded'

export type Spending = {
  /** The moment that it stands for */
  asOf: Moment
  /** One for each month, category and currency in which something was spent */
  rows: {
    currency: Currency
    count: number
    total: string
    month?: string
    categoryId?: Id
    category?: string
  }[]
  /** A sum for each currency */
  totals: Totals
}

export type Statement = {
  /** The moment that it stands for */
  asOf: Moment
  /** By date, each with the sum so far in its currency */
  items: {
    id: Id
    userId: Id
    categoryId: Id
    category: string
    description: string
    date: CalendarDate
    amount: Amount
    currency: Currency
    version: number
    recordedAt: Instant
    changedAt: Instant
    changedBy: Person | null
    deleted: boolean
    running: string
  }[]
  /** A sum for each currency */
  totals: Totals
}

export type Token = {
  /** A UUID (version 7) */
  id: string
  /** As a person wrote it */
  name: string
  /** `read` changes nothing; `write` is for one’s own ledger; `admin` for all that its user, an admin, may do */
  scope: Scope
  /** When it was made */
  createdAt: Instant
  /** When it was used last, give or take a minute; null for never */
  usedAt: Instant | null
  /** When it ends; null for never */
  expiresAt: Instant | null
}

export type TokenList = {
  /** A page of them */
  items: Token[]
  /** The `cursor` of the page that follows; null after the last one */
  next: string | null
}

/** What was spent in one currency */
export type Total = {
  /** An ISO 4217 code */
  currency: Currency
  /** How many */
  count: number
  /** The sum in major units, exact at any size */
  total: string
}

export type Totals = Total[]

export type User = {
  /** A UUID (version 7) */
  id: Id
  /** As a person wrote it */
  name: string
  /** An e-mail address; no two users have the same one */
  email: string
  /** Members see and change their own; admins everything */
  role: Role
  /** An ISO 4217 code */
  currency: Currency
  /** How many changes its stream has; also the `ETag` */
  version: number
  /** When the log learnt of it */
  recordedAt: Instant
  /** When its last event was recorded */
  changedAt: Instant
  /** Whether it is deleted */
  deleted: boolean
}

export type UserChange = {
  /** As a person wrote it */
  name?: Name
  /** An e-mail address; no two users have the same one */
  email?: Email
  /** Members see and change their own; admins everything */
  role?: Role
  /** An ISO 4217 code */
  currency?: Currency
}

export type UserList = {
  /** A page of them */
  items: User[]
  /** The `cursor` of the page that follows; null after the last one */
  next: string | null
}

export type Verified =
  | {
      ok: true
      events: number
      head: string
    }
  | {
      ok: false
      /** The event’s place in the log */
      position: number
      problem: string
    }

export type Routes = {
  /** Signs in */
  'POST /api/session': {
    body: SignIn
    answer: User
  }
  /** Says who is signed in */
  'GET /api/session': {
    answer: User
  }
  /** Signs out */
  'DELETE /api/session': {
    answer: undefined
  }
  /** Changes a password */
  'PUT /api/users/{id}/password': {
    path: { id: string }
    body: PasswordChange
    answer: undefined
  }
  /** Lists where one is signed in, newest first */
  'GET /api/sessions': {
    query?: {
      /** How many at most, 1 to 200; 50 unless it is given */
      limit?: number
      /** The `next` of the page before; stands for its filters and order, too */
      cursor?: string
    }
    answer: SessionList
  }
  /** Ends one of one’s own sessions */
  'DELETE /api/sessions/{id}': {
    path: { id: string }
    answer: undefined
  }
  /** Lists one’s API tokens, newest first */
  'GET /api/tokens': {
    query?: {
      /** How many at most, 1 to 200; 50 unless it is given */
      limit?: number
      /** The `next` of the page before; stands for its filters and order, too */
      cursor?: string
    }
    answer: TokenList
  }
  /** Makes an API token */
  'POST /api/tokens': {
    body: NewToken
    answer: MadeToken
  }
  /** Ends one of one’s own tokens */
  'DELETE /api/tokens/{id}': {
    path: { id: string }
    answer: undefined
  }
  /** Says whether one has a second factor, and how many recovery codes are left */
  'GET /api/second-factor': {
    answer: SecondFactor
  }
  /** Makes a secret for an authenticator app */
  'POST /api/second-factor': {
    body: OwnPassword
    answer: SecondFactorOffer
  }
  /** Turns on the second factor whose secret an app was given */
  'POST /api/second-factor/on': {
    body: SecondFactorProof
    answer: RecoveryCodes
  }
  /** Makes ten recovery codes in place of those that there are */
  'POST /api/second-factor/recovery-codes': {
    body: OwnPassword
    answer: RecoveryCodes
  }
  /** Turns one’s second factor off */
  'POST /api/second-factor/off': {
    body: OwnPassword
    answer: undefined
  }
  /** Turns off the second factor of somebody who has lost it */
  'DELETE /api/users/{id}/second-factor': {
    path: { id: string }
    answer: undefined
  }
  /** Records an expense */
  'POST /api/expenses': {
    headers?: { 'Idempotency-Key'?: string }
    body: NewExpense
    answer: Expense
  }
  /** Lists expenses */
  'GET /api/expenses': {
    query?: {
      /** Whose ledger; an admin may name any user */
      user?: Id
      /** Spent on this day or later */
      from?: CalendarDate
      /** Spent on this day or earlier */
      to?: CalendarDate
      /** A category’s name, in any case, or its id */
      category?: string
      /** Text in the description or the category’s name, in any case */
      q?: string
      /** At least this much, in major units */
      min?: Amount
      /** At most this much, in major units */
      max?: Amount
      /** An ISO 4217 code */
      currency?: Currency
      /** What this batch recorded, changed, deleted or restored, as it is now, or as of `asOf` */
      batch?: BatchId
      /** `true`: only deleted ones; `all`: those too; `false` unless it is given */
      deleted?: 'false' | 'true' | 'all'
      /** `-date` unless it is given: newest first */
      sort?: Sort
      /** With `true` also `count` and `totals` of all that match */
      totals?: Flag
      /** As the ledger was at a position (digits) or at an instant (ending in Z); now unless it is given */
      asOf?: AsOf
      /** How many at most, 1 to 200; 50 unless it is given */
      limit?: number
      /** The `next` of the page before; stands for its filters and order, too */
      cursor?: string
    }
    headers?: { 'Ledger-Position'?: string }
    answer: ExpenseList
  }
  /** Reads an expense */
  'GET /api/expenses/{id}': {
    path: { id: string }
    query?: {
      /** As the ledger was at a position (digits) or at an instant (ending in Z); now unless it is given */
      asOf?: AsOf
    }
    headers?: { 'Ledger-Position'?: string }
    answer: Expense
  }
  /** Changes an expense */
  'PATCH /api/expenses/{id}': {
    path: { id: string }
    headers?: { 'Idempotency-Key'?: string; 'If-Match'?: string }
    body: ExpenseChange
    answer: Expense
  }
  /** Deletes an expense */
  'DELETE /api/expenses/{id}': {
    path: { id: string }
    headers?: { 'Idempotency-Key'?: string; 'If-Match'?: string }
    answer: Expense
  }
  /** Brings a deleted expense back */
  'POST /api/expenses/{id}/restore': {
    path: { id: string }
    headers?: { 'Idempotency-Key'?: string; 'If-Match'?: string }
    answer: Expense
  }
  /** Reads everything that happened to an expense, oldest first */
  'GET /api/expenses/{id}/history': {
    path: { id: string }
    query?: {
      /** As the ledger was at a position (digits) or at an instant (ending in Z); now unless it is given */
      asOf?: AsOf
    }
    headers?: { 'Ledger-Position'?: string }
    answer: History
  }
  /** Takes an expense back to an earlier version */
  'POST /api/expenses/{id}/revert': {
    path: { id: string }
    headers?: { 'Idempotency-Key'?: string; 'If-Match'?: string }
    body: ExpenseRevert
    answer: Expense
  }
  /** Changes, deletes or restores many expenses as one batch, all or none */
  'POST /api/expenses/bulk': {
    headers?: { 'Idempotency-Key'?: string }
    body: BulkChange
    answer: BatchDone
  }
  /** Records the rows of a CSV file as one batch, or says what each would become */
  'POST /api/imports': {
    query?: {
      /** With `true` nothing is recorded: what would become of each row is told */
      preview?: Flag
      /** Those to be recorded, such as `1,2,5-9`, counted from 1 below the headings; or `~` and in base64url a bit for each row, the lowest of the first byte for row 1; unless given all that are `new` or `possible` */
      rows?: string
      /** In whose ledger; one’s own unless it is given */
      user?: Id
      /** Recognised unless it is given */
      encoding?: Encoding
      /** What stands between two columns; recognised unless it is given */
      separator?: Separator
      /** Whether a line names the columns; recognised unless it is given */
      header?: Flag
      /** How dates are written: what counts is whether the day or the month comes first; recognised unless it is given */
      dateFormat?: DateFormat
      /** What stands before the decimals; recognised unless it is given */
      decimalMark?: DecimalMark
      /** Whether expenses are below zero, as banks write them; recognised unless it is given */
      negated?: Flag
      /** The heading of the column with the date, or its number where there are no headings */
      dateColumn?: string
      /** The same for the description */
      descriptionColumn?: string
      /** The same for the amount */
      amountColumn?: string
      /** The same for what went out, where what came in has another column; instead of `amountColumn` */
      debitColumn?: string
      /** The same for what came in, beside `debitColumn`; empty for none */
      creditColumn?: string
      /** The same for the category; empty for none */
      categoryColumn?: string
      /** The same for the currency; empty for none */
      currencyColumn?: string
      /** The category of rows that name none */
      category?: Name
      /** The currency of rows that name none; the user’s own unless it is given */
      currency?: Currency
    }
    headers?: { 'Idempotency-Key'?: string }
    body: string
    answer: ImportAnswer
  }
  /** Takes a batch back, as a batch */
  'POST /api/batches/{id}/revert': {
    path: { id: string }
    query?: {
      /** With `true` what was changed since is left as it is */
      skip?: Flag
    }
    headers?: { 'Idempotency-Key'?: string }
    answer: BatchDone
  }
  /** Exports all expenses that the filters match, for a spreadsheet */
  'GET /api/expenses.csv': {
    query?: {
      /** Whose ledger; an admin may name any user */
      user?: Id
      /** Spent on this day or later */
      from?: CalendarDate
      /** Spent on this day or earlier */
      to?: CalendarDate
      /** A category’s name, in any case, or its id */
      category?: string
      /** Text in the description or the category’s name, in any case */
      q?: string
      /** At least this much, in major units */
      min?: Amount
      /** At most this much, in major units */
      max?: Amount
      /** An ISO 4217 code */
      currency?: Currency
      /** What this batch recorded, changed, deleted or restored */
      batch?: BatchId
      /** `true`: only deleted ones; `all`: those too; `false` unless it is given */
      deleted?: 'false' | 'true' | 'all'
      /** `-date` unless it is given: newest first */
      sort?: Sort
      /** As the ledger was at a position (digits) or at an instant (ending in Z); now unless it is given */
      asOf?: AsOf
    }
    headers?: { 'Ledger-Position'?: string }
    answer: Response
  }
  /** Exports all expenses that the filters match */
  'GET /api/expenses.json': {
    query?: {
      /** Whose ledger; an admin may name any user */
      user?: Id
      /** Spent on this day or later */
      from?: CalendarDate
      /** Spent on this day or earlier */
      to?: CalendarDate
      /** A category’s name, in any case, or its id */
      category?: string
      /** Text in the description or the category’s name, in any case */
      q?: string
      /** At least this much, in major units */
      min?: Amount
      /** At most this much, in major units */
      max?: Amount
      /** An ISO 4217 code */
      currency?: Currency
      /** What this batch recorded, changed, deleted or restored */
      batch?: BatchId
      /** `true`: only deleted ones; `all`: those too; `false` unless it is given */
      deleted?: 'false' | 'true' | 'all'
      /** `-date` unless it is given: newest first */
      sort?: Sort
      /** As the ledger was at a position (digits) or at an instant (ending in Z); now unless it is given */
      asOf?: AsOf
    }
    headers?: { 'Ledger-Position'?: string }
    answer: ExpenseExport
  }
  /** Lists categories by name, archived ones too */
  'GET /api/categories': {
    query?: {
      /** Whose ledger; an admin may name any user */
      user?: Id
      /** As the ledger was at a position (digits) or at an instant (ending in Z); now unless it is given */
      asOf?: AsOf
      /** How many at most, 1 to 200; 50 unless it is given */
      limit?: number
      /** The `next` of the page before; stands for its filters and order, too */
      cursor?: string
    }
    headers?: { 'Ledger-Position'?: string }
    answer: CategoryList
  }
  /** Adds a category */
  'POST /api/categories': {
    query?: {
      /** Whose ledger; an admin may name any user */
      user?: Id
    }
    headers?: { 'Idempotency-Key'?: string }
    body: NewCategory
    answer: Category
  }
  /** Renames or recolours a category */
  'PATCH /api/categories/{id}': {
    path: { id: string }
    headers?: { 'Idempotency-Key'?: string; 'If-Match'?: string }
    body: CategoryChange
    answer: Category
  }
  /** Archives a category */
  'DELETE /api/categories/{id}': {
    path: { id: string }
    headers?: { 'Idempotency-Key'?: string; 'If-Match'?: string }
    answer: Category
  }
  /** Reads everything that happened to a category, oldest first */
  'GET /api/categories/{id}/history': {
    path: { id: string }
    query?: {
      /** As the ledger was at a position (digits) or at an instant (ending in Z); now unless it is given */
      asOf?: AsOf
    }
    headers?: { 'Ledger-Position'?: string }
    answer: History
  }
  /** Registers a user */
  'POST /api/users': {
    headers?: { 'Idempotency-Key'?: string }
    body: NewUser
    answer: User
  }
  /** Lists users */
  'GET /api/users': {
    query?: {
      /** With `true` the deleted ones, for admins */
      deleted?: Flag
      /** As the ledger was at a position (digits) or at an instant (ending in Z); now unless it is given */
      asOf?: AsOf
      /** How many at most, 1 to 200; 50 unless it is given */
      limit?: number
      /** The `next` of the page before; stands for its filters and order, too */
      cursor?: string
    }
    headers?: { 'Ledger-Position'?: string }
    answer: UserList
  }
  /** Reads a user */
  'GET /api/users/{id}': {
    path: { id: string }
    query?: {
      /** As the ledger was at a position (digits) or at an instant (ending in Z); now unless it is given */
      asOf?: AsOf
    }
    headers?: { 'Ledger-Position'?: string }
    answer: User
  }
  /** Changes a user */
  'PATCH /api/users/{id}': {
    path: { id: string }
    headers?: { 'Idempotency-Key'?: string; 'If-Match'?: string }
    body: UserChange
    answer: User
  }
  /** Deletes a user */
  'DELETE /api/users/{id}': {
    path: { id: string }
    headers?: { 'Idempotency-Key'?: string; 'If-Match'?: string }
    answer: User
  }
  /** Brings a deleted user back */
  'POST /api/users/{id}/restore': {
    path: { id: string }
    headers?: { 'Idempotency-Key'?: string; 'If-Match'?: string }
    answer: User
  }
  /** Forgets a user for ever */
  'POST /api/users/{id}/erase': {
    path: { id: string }
    headers?: { 'Idempotency-Key'?: string; 'If-Match'?: string }
    body: Erasure
    answer: User
  }
  /** Reads what a user has spent */
  'GET /api/users/{id}/totals': {
    path: { id: string }
    query?: {
      /** As the ledger was at a position (digits) or at an instant (ending in Z); now unless it is given */
      asOf?: AsOf
    }
    headers?: { 'Ledger-Position'?: string }
    answer: Totals
  }
  /** Reads what a user prefers */
  'GET /api/users/{id}/preferences': {
    path: { id: string }
    answer: Preferences
  }
  /** Keeps what a user prefers */
  'PUT /api/users/{id}/preferences': {
    path: { id: string }
    headers?: { 'If-Match'?: string }
    body: PreferencesInput
    answer: Preferences
  }
  /** Gives all that the ledger keeps of a user, to take along */
  'GET /api/users/{id}/data.json': {
    path: { id: string }
    headers?: { 'Ledger-Position'?: string }
    answer: OwnData
  }
  /** Reads everything that happened to a user, oldest first */
  'GET /api/users/{id}/history': {
    path: { id: string }
    query?: {
      /** As the ledger was at a position (digits) or at an instant (ending in Z); now unless it is given */
      asOf?: AsOf
    }
    headers?: { 'Ledger-Position'?: string }
    answer: History
  }
  /** Lists whom a ledger is shared with */
  'GET /api/users/{id}/shares': {
    path: { id: string }
    headers?: { 'Ledger-Position'?: string }
    answer: Shares
  }
  /** Shares a ledger with somebody */
  'POST /api/users/{id}/shares': {
    path: { id: string }
    headers?: { 'Idempotency-Key'?: string; 'If-Match'?: string }
    body: NewShare
    answer: Share
  }
  /** Ends sharing a ledger with somebody */
  'DELETE /api/users/{id}/shares/{with}': {
    path: { id: string; with: string }
    headers?: { 'Idempotency-Key'?: string; 'If-Match'?: string }
    answer: undefined
  }
  /** Lists the ledgers that others share with whoever asks */
  'GET /api/shares': {
    headers?: { 'Ledger-Position'?: string }
    answer: SharedLedgers
  }
  /** Reports what was spent, by month, category or both */
  'GET /api/reports/spending': {
    query?: {
      /** Whose ledger; an admin may name any user */
      user?: Id
      /** Spent on this day or later */
      from?: CalendarDate
      /** Spent on this day or earlier */
      to?: CalendarDate
      /** Without it one row a currency */
      group?: 'month' | 'category' | 'month,category'
      /** As the ledger was at a position (digits) or at an instant (ending in Z); now unless it is given */
      asOf?: AsOf
    }
    headers?: { 'Ledger-Position'?: string }
    answer: Spending
  }
  /** Reports each expense as it stood, with a running total */
  'GET /api/reports/statement': {
    query?: {
      /** Whose ledger; an admin may name any user */
      user?: Id
      /** Spent on this day or later */
      from?: CalendarDate
      /** Spent on this day or earlier */
      to?: CalendarDate
      /** As the ledger was at a position (digits) or at an instant (ending in Z); now unless it is given */
      asOf?: AsOf
    }
    headers?: { 'Ledger-Position'?: string }
    answer: Statement
  }
  /** Reports what changed between two moments, and which events made the difference */
  'GET /api/reports/changes': {
    query: {
      /** Whose ledger; an admin may name any user */
      user?: Id
      /** Spent on this day or later */
      from?: CalendarDate
      /** Spent on this day or earlier */
      to?: CalendarDate
      /** What had been recorded by then is the one side: a position, or an instant ending in Z */
      since: AsOf
      /** What had been recorded by then is the other side; now unless it is given */
      until?: AsOf
    }
    headers?: { 'Ledger-Position'?: string }
    answer: Changes
  }
  /** Lists all that happened, newest first */
  'GET /api/audit': {
    query?: {
      /** In whose ledger; an admin sees everybody’s unless one is named */
      user?: Id
      /** Who caused it */
      actor?: Id
      /** Only what happened in this way */
      type?:
        | 'UserRegistered'
        | 'UserChanged'
        | 'UserDeleted'
        | 'UserRestored'
        | 'UserErased'
        | 'LedgerShared'
        | 'ShareEnded'
        | 'CategoryAdded'
        | 'CategoryChanged'
        | 'CategoryArchived'
        | 'CategoryRestored'
        | 'ExpenseRecorded'
        | 'ExpenseAmended'
        | 'ExpenseDeleted'
        | 'ExpenseRestored'
      /** Recorded at this instant or later */
      from?: string
      /** Recorded at this instant or earlier */
      to?: string
      /** What happened to this expense */
      expense?: Id
      /** What was done as part of this batch */
      batch?: BatchId
      /** As the ledger was at a position (digits) or at an instant (ending in Z); now unless it is given */
      asOf?: AsOf
      /** How many at most, 1 to 200; 50 unless it is given */
      limit?: number
      /** The `next` of the page before; stands for its filters and order, too */
      cursor?: string
    }
    headers?: { 'Ledger-Position'?: string }
    answer: AuditList
  }
  /** Gives the log as it is now, signed */
  'GET /api/audit/checkpoint': {
    answer: SignedCheckpoint
  }
  /** Proves that an event is in the log, or that the log begins with what it was */
  'GET /api/audit/proof': {
    query?: {
      /** The event to be proved */
      position?: string
      /** In the log as it was when it had so many events; as it is now unless it is given */
      size?: string
      /** The position of the earlier log */
      from?: string
      /** The position of the later one */
      to?: string
    }
    answer: Proof
  }
  /** Gives the whole log for an auditor */
  'GET /api/audit/export': {
    answer: Response
  }
  /** Says whether the log is as it was recorded */
  'GET /api/audit/verify': {
    answer: Verified
  }
  /** Tells of events as they happen, until one signs out */
  'GET /api/live': {
    query?: {
      /** The `Ledger-Position` of what is shown: what has happened since then is told first */
      after?: string
    }
    headers?: { 'Last-Event-ID'?: string }
    answer: Response
  }
  /** Fills an empty ledger with something to look at */
  'POST /api/demo': {
    headers?: { 'Idempotency-Key'?: string }
    answer: Demo
  }
  /** Says how each projection stands */
  'GET /api/projections': {
    answer: ProjectionStatuses
  }
  /** Begins to rebuild a projection */
  'POST /api/projections/{name}/rebuild': {
    path: { name: string }
    answer: ProjectionStatus
  }
  /** Lists who came in or tried to, and from where, newest first */
  'GET /api/access-log': {
    query?: {
      /** Whose account */
      user?: Id
      /** Only this */
      type?:
        | 'SignedIn'
        | 'SignInFailed'
        | 'SecondFactorFailed'
        | 'SignedOut'
        | 'SessionEnded'
        | 'TokenMade'
        | 'TokenUsed'
        | 'TokenEnded'
        | 'PasswordChanged'
        | 'PasswordWrong'
        | 'SecondFactorTurnedOn'
        | 'SecondFactorTurnedOff'
        | 'SecondFactorReset'
        | 'RecoveryCodesMade'
        | 'RecoveryCodeUsed'
        | 'LedgerShared'
        | 'ShareEnded'
        | 'UserErased'
        | 'LogExported'
      /** At this instant or later */
      from?: string
      /** At this instant or earlier */
      to?: string
      /** How many at most, 1 to 200; 50 unless it is given */
      limit?: number
      /** The `next` of the page before; stands for its filters and order, too */
      cursor?: string
    }
    answer: AccessLog
  }
  /** Says that the process is alive, and which release it is */
  'GET /healthz': {
    answer: Health
  }
  /** Says whether the ledger can be used */
  'GET /readyz': {
    answer: Readiness
  }
  /** Gives figures for Prometheus */
  'GET /metrics': {
    answer: Response
  }
  /** Gives this description */
  'GET /api/openapi.json': {
    answer: string
  }
  /** Shows this description as a page */
  'GET /api/docs': {
    answer: Response
  }
}
