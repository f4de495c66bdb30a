import { emailClaim } from '../../commands/claims.ts'
import { UserId } from '../../events/ids.ts'
import type { Log } from '../../events/log/log.ts'
import type { ChangesQuestion, SpendingQuestion, StatementQuestion } from '../../projections/reports/question.ts'
import { ChangesQuery, SpendingQuery, StatementQuery } from '../../web/api.ts'
import { resolveAsOf } from '../../web/server/http/as-of.ts'
import { Refused } from '../../web/server/http/problems.ts'
import { Unusable } from '../unusable.ts'

type Option = 'user' | 'from' | 'to' | 'group' | 'as-of' | 'since' | 'until'
/** What was typed, by the name of the option. `user` is an e-mail address or an id. */
export type Typed = { [O in Option]?: string | undefined }
export type Asking = Pick<Log, 'head' | 'holder' | 'positionAt'>

/** What the options of `ledger report` ask for. Throws `Unusable` with the option that is at fault. */
export const questions = {
  async spending(log: Asking, typed: Typed): Promise<SpendingQuestion> {
    const { user, from, to, group = '', asOf } = parsed(SpendingQuery, await fieldsOf(log, typed))
    const groups = { month: group.includes('month'), category: group.includes('category') }
    const position = await positionOf(log, asOf, 'asOf')
    return { report: 'spending', span: { userId: user, from, to }, group: groups, asOf: position }
  },
  async statement(log: Asking, typed: Typed): Promise<StatementQuestion> {
    const { user, from, to, asOf } = parsed(StatementQuery, await fieldsOf(log, typed))
    return { report: 'statement', span: { userId: user, from, to }, asOf: await positionOf(log, asOf, 'asOf') }
  },
  async changes(log: Asking, typed: Typed): Promise<ChangesQuestion> {
    const { user, from, to, ...asked } = parsed(ChangesQuery, await fieldsOf(log, typed))
    const since = await positionOf(log, asked.since, 'since')
    const until = await positionOf(log, asked.until, 'until')
    if (since > until) throw unusable('until', 'Expected a moment that is not before since')
    return { report: 'changes', span: { userId: user, from, to }, since, until }
  },
}

/** The query that the same question has over HTTP, with a user's id for an e-mail address. */
async function fieldsOf(log: Asking, { 'as-of': asOf, user, ...rest }: Typed): Promise<object> {
  const id = user?.includes('@') ? await holderOf(log, user) : user
  const given = Object.entries({ ...rest, user: id, asOf }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given)
}

/** Whose address it is now. */
async function holderOf(log: Asking, email: string): Promise<UserId> {
  const { stream } = await log.holder(emailClaim(email))
  if (stream === null) throw unusable('user', `Nobody has the e-mail address ${email}; a deleted user has only an id`)
  return UserId.parse(stream.slice('user-'.length))
}

async function positionOf(log: Asking, asOf: string | undefined, path: string): Promise<number> {
  if (asOf === undefined) return (await log.head()).position
  try {
    return await resolveAsOf(log, asOf, path)
  } catch (error) {
    const [first] = error instanceof Refused ? (error.more.errors ?? []) : []
    throw first ? unusable(first.path, first.message) : error
  }
}

type Schema<T> = {
  safeParse(
    input: unknown,
  ):
    | { success: true; data: T }
    | { success: false; error: { issues: readonly { path: PropertyKey[]; message: string; input?: unknown }[] } }
}

function parsed<T>(schema: Schema<T>, fields: object): T {
  const result = schema.safeParse(fields)
  if (result.success) return result.data
  const [first] = result.error.issues
  const path = String(first?.path[0])
  throw unusable(path, path in fields ? (first?.message ?? '') : 'Required')
}

function unusable(path: string, message: string): Unusable {
  return new Unusable(`--${path === 'asOf' ? 'as-of' : path}: ${message}`)
}
