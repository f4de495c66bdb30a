import type * as z from 'zod'
import type {
  AccessLogQuery,
  AsOfQuery,
  AuditQuery,
  BulkChange,
  CategoryChange,
  ChangesQuery,
  ExpenseChange,
  ExpenseQuery,
  ExpenseRevert,
  ImportQuery,
  NewCategory,
  NewExpense,
  NewShare,
  NewToken,
  NewUser,
  PasswordChange,
  Preferences,
  SignIn,
  SpendingQuery,
  StatementQuery,
  UserChange,
} from '../api.ts'
import type { CategoryId, ExpenseId, UserId } from '../../events/ids.ts'
import { search, type Calls, type Progress } from './call.ts'

/** What is changed, as it was when it was looked at: a change of anything newer is refused. */
type Seen<Id> = { id: Id; version: number }
/** Milliseconds that proving the whole log may take: of ten million events a few minutes. */
const PROVING = 1_800_000
/** Milliseconds that recording a year of three people may take, on a machine that is busy with other things. */
const FILLING = 120_000
/** The same for ten thousand rows of a file. */
const IMPORTING = 60_000

/** Hears how far the log has been replayed. */
type Tell = (progress: Progress) => void

export type Server = ReturnType<typeof openServer>

/** Everything the page asks of the server; every answer is held against what it is named as. */
export function openServer({ read, readLong, command }: Pick<Calls, 'read' | 'readLong' | 'command'>) {
  return {
    whoAmI: () => read('/api/session', 'User'),
    signIn: (body: z.input<typeof SignIn>) => command('POST', '/api/session', 'User', { body, keyed: false }),
    signOut: () => command('DELETE', '/api/session', 'Nothing', { keyed: false }),
    registerFirst: (body: z.input<typeof NewUser>) => command('POST', '/api/users', 'User', { body, keyed: false }),

    users: (deleted: boolean, asOf?: string) =>
      everyPage((page) => read('/api/users', 'UserList', { ...page, asOf, ...(deleted && { deleted: 'true' }) })),
    totals: (id: UserId, asOf?: string) => read(`/api/users/${id}/totals`, 'Totals', { asOf }),
    addUser: (body: z.input<typeof NewUser>) => command('POST', '/api/users', 'User', { body }),
    changeUser: ({ id, version }: Seen<UserId>, body: z.input<typeof UserChange>) =>
      command('PATCH', `/api/users/${id}`, 'User', { version, body }),
    deleteUser: ({ id, version }: Seen<UserId>) => command('DELETE', `/api/users/${id}`, 'User', { version }),
    restoreUser: ({ id, version }: Seen<UserId>) => command('POST', `/api/users/${id}/restore`, 'User', { version }),

    eraseUser: (id: UserId, name: string) => command('POST', `/api/users/${id}/erase`, 'User', { body: { name } }),

    sharedLedgers: () => read('/api/shares', 'SharedLedgers'),
    shares: (id: UserId) => read(`/api/users/${id}/shares`, 'Shares'),
    shareLedger: (id: UserId, body: z.input<typeof NewShare>) =>
      command('POST', `/api/users/${id}/shares`, 'Share', { body }),
    endShare: (id: UserId, other: UserId) => command('DELETE', `/api/users/${id}/shares/${other}`, 'Nothing'),

    preferences: (id: UserId) => read(`/api/users/${id}/preferences`, 'Preferences'),
    keepPreferences: (id: UserId, body: z.input<typeof Preferences>) =>
      command('PUT', `/api/users/${id}/preferences`, 'Preferences', { body, keyed: false }),
    changePassword: (id: UserId, body: z.input<typeof PasswordChange>) =>
      command('PUT', `/api/users/${id}/password`, 'Nothing', { body, keyed: false }),
    secondFactor: () => read('/api/second-factor', 'SecondFactor'),
    offerSecondFactor: (current: string) =>
      command('POST', '/api/second-factor', 'SecondFactorOffer', { body: { current }, keyed: false }),
    turnOnSecondFactor: (code: string) =>
      command('POST', '/api/second-factor/on', 'RecoveryCodes', { body: { code }, keyed: false }),
    makeRecoveryCodes: (current: string) =>
      command('POST', '/api/second-factor/recovery-codes', 'RecoveryCodes', { body: { current }, keyed: false }),
    turnOffSecondFactor: (current: string) =>
      command('POST', '/api/second-factor/off', 'Nothing', { body: { current }, keyed: false }),
    removeSecondFactor: (id: UserId) =>
      command('DELETE', `/api/users/${id}/second-factor`, 'Nothing', { keyed: false }),
    sessions: () => everyPage((page) => read('/api/sessions', 'SessionList', page)),
    endSession: (id: string) => command('DELETE', `/api/sessions/${id}`, 'Nothing', { keyed: false }),
    tokens: () => everyPage((page) => read('/api/tokens', 'TokenList', page)),
    makeToken: (body: z.input<typeof NewToken>) => command('POST', '/api/tokens', 'MadeToken', { body, keyed: false }),
    endToken: (id: string) => command('DELETE', `/api/tokens/${id}`, 'Nothing', { keyed: false }),

    categories: (user: UserId, asOf?: string) =>
      everyPage((page) => read('/api/categories', 'CategoryList', { ...page, user, asOf })),
    addCategory: (body: z.input<typeof NewCategory>) => command('POST', '/api/categories', 'Category', { body }),
    changeCategory: ({ id, version }: Seen<CategoryId>, body: z.input<typeof CategoryChange>) =>
      command('PATCH', `/api/categories/${id}`, 'Category', { version, body }),
    archiveCategory: ({ id, version }: Seen<CategoryId>) =>
      command('DELETE', `/api/categories/${id}`, 'Category', { version }),

    expenses: (query: ExpenseQuery, abort?: AbortSignal) => read('/api/expenses', 'ExpenseList', query, abort),
    expense: (id: ExpenseId, query: z.input<typeof AsOfQuery> = {}, abort?: AbortSignal) =>
      read(`/api/expenses/${id}`, 'Expense', query, abort),
    history: (id: ExpenseId, query: z.input<typeof AsOfQuery> = {}, abort?: AbortSignal) =>
      read(`/api/expenses/${id}/history`, 'History', query, abort),
    addExpense: (body: z.input<typeof NewExpense>) => command('POST', '/api/expenses', 'Expense', { body }),
    changeExpense: ({ id, version }: Seen<ExpenseId>, body: z.input<typeof ExpenseChange>) =>
      command('PATCH', `/api/expenses/${id}`, 'Expense', { version, body }),
    deleteExpense: ({ id, version }: Seen<ExpenseId>) =>
      command('DELETE', `/api/expenses/${id}`, 'Expense', { version }),
    spending: (query: z.input<typeof SpendingQuery>, abort?: AbortSignal, tell?: Tell) =>
      readLong('/api/reports/spending', 'Spending', query, abort, tell),
    statement: (query: z.input<typeof StatementQuery>, abort?: AbortSignal, tell?: Tell) =>
      readLong('/api/reports/statement', 'Statement', query, abort, tell),
    changesBetween: (query: z.input<typeof ChangesQuery>, abort?: AbortSignal, tell?: Tell) =>
      readLong('/api/reports/changes', 'Changes', query, abort, tell),
    audit: (query: AuditQuery, abort?: AbortSignal) => read('/api/audit', 'AuditList', query, abort),
    /** Signs the log as it is. */
    checkpoint: (abort?: AbortSignal) => read('/api/audit/checkpoint', 'SignedCheckpoint', {}, abort),
    verify: (abort?: AbortSignal) => read('/api/audit/verify', 'Verified', {}, abort, { patience: PROVING }),

    accessLog: (query: AccessLogQuery, abort?: AbortSignal) => read('/api/access-log', 'AccessLog', query, abort),
    projections: (abort?: AbortSignal) => read('/api/projections', 'ProjectionStatuses', {}, abort),
    rebuild: (name: string) =>
      command('POST', `/api/projections/${name}/rebuild`, 'ProjectionStatus', { keyed: false }),
    /** Answers, too, while the ledger is not ready. */
    readiness: (abort?: AbortSignal) => read('/readyz', 'Readiness', {}, abort, { answers: 503 }),

    changeExpenses: (body: z.input<typeof BulkChange>) => command('POST', '/api/expenses/bulk', 'BatchDone', { body }),
    /** What each row of a file would become. */
    lookAtFile: (file: File, query: ImportQuery, abort: AbortSignal) =>
      command('POST', `/api/imports${search({ ...query, preview: 'true' })}`, 'ImportPreview', {
        ...{ file, abort, keyed: false, patience: IMPORTING },
      }),
    importFile: (file: File, query: ImportQuery, abort: AbortSignal, by?: typeof globalThis.fetch) =>
      command('POST', `/api/imports${search(query)}`, 'BatchDone', { file, abort, by, patience: IMPORTING }),
    /** With `skip`, what was changed since stays as it is; otherwise it refuses all of it. */
    revertBatch: (id: string, skip: boolean) =>
      command('POST', `/api/batches/${id}/revert${skip ? '?skip=true' : ''}`, 'BatchDone'),
    /** That the event at `position` is in the log as it was when it had `size` events. */
    proofOf: (position: number, size: number, abort?: AbortSignal) =>
      read('/api/audit/proof', 'InclusionProof', { position: `${position}`, size: `${size}` }, abort),
    revertExpense: ({ id, version }: Seen<ExpenseId>, body: z.input<typeof ExpenseRevert>) =>
      command('POST', `/api/expenses/${id}/revert`, 'Expense', { version, body }),
    addSampleData: () => command('POST', '/api/demo', 'Demo', { patience: FILLING }),
    restoreExpense: ({ id, version }: Seen<ExpenseId>) =>
      command('POST', `/api/expenses/${id}/restore`, 'Expense', { version }),
  }
}

type Page<T> = { items: T[]; next: string | null }

async function everyPage<T>(read: (page: { limit: string; cursor?: string }) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = []
  let cursor: string | null = null
  do {
    const page: Page<T> = await read(cursor === null ? { limit: '200' } : { limit: '200', cursor })
    items.push(...page.items)
    cursor = page.next
  } while (cursor !== null)
  return items
}
