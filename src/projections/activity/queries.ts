import type { Sequelize } from 'sequelize'
import * as z from 'zod'
import { eventTypes, type EventType } from '../../events/event.ts'
import { expenseStream } from '../../events/expense.ts'
import type { ExpenseId, UserId } from '../../events/ids.ts'
import { pageOf, type Page } from '../page.ts'
import { select } from '../tables/database.ts'

/** Each of these leaves out more. */
export type ActivityFilter = {
  /** Whose ledger it is about, and who did it. */
  userId?: UserId | undefined
  actorId?: UserId | undefined
  type?: EventType | undefined
  batch?: string | undefined
  expenseId?: ExpenseId | undefined
  /** Positions: above the first, below the second. */
  after?: number | undefined
  before?: number | undefined
}

const Found = z.strictObject({ position: z.int() })
const Span = z.strictObject({ first: z.int().nullable(), last: z.int().nullable() })

export function activityQueries(sequelize: Sequelize) {
  /** The positions of the events that match, newest first. */
  async function listActivity(filter: ActivityFilter, limit: number): Promise<Page<number, number>> {
    const narrowed = isOfFew(filter) ? await within(filter) : filter
    if (!narrowed) return { items: [], next: null }
    const { after = 0, before = Number.MAX_SAFE_INTEGER, expenseId } = narrowed
    const stream = expenseId && expenseStream(expenseId)
    const replacements = { ...narrowed, after, before, stream, limit: limit + 1 }
    const found = await select(sequelize, Found, statement(narrowed), replacements)
    const positions = found.map(({ position }) => position)
    return pageOf(positions, limit, (position) => position)
  }

  /** The same filter for only that part of the log that the batch is in, if there is such a batch. */
  async function within(filter: ActivityFilter): Promise<ActivityFilter | undefined> {
    // Type by type, as the index goes: the first and the last of each are found without those in between.
    const ends = typesIn(filter).map(
      (type) =>
        `select min(position) as first, max(position) as last from activity where batch = :batch and type = '${type}'`,
    )
    const sql = `select min(first) as first, max(last) as last from (${ends.join(' union all ')}) ends`
    const [span] = await select(sequelize, Span, sql, { batch: filter.batch })
    if (!span || span.first === null || span.last === null) return undefined
    const { after = 0, before = Infinity } = filter
    return { ...filter, after: Math.max(after, span.first - 1), before: Math.min(before, span.last + 1) }
  }

  return { listActivity }
}

/** A batch may have a hundred thousand events of others: then it is better looked for among those of the one that is asked about. */
function isOfFew({ batch, userId, actorId }: ActivityFilter): boolean {
  return batch !== undefined && (userId !== undefined || actorId !== undefined)
}

/**
 * One list per type, each of them read off an index from the newest on until there are enough, and merged: so no filter, however
 * rare what it finds, has to go through what it does not find; and the index need not be guessed.
 */
function statement(filter: ActivityFilter): string {
  if (filter.expenseId !== undefined) return newestOf(ofOneExpense, filter)
  const table = `activity a force index (${indexFor(filter)})`
  const lists = typesIn(filter).map((type) => `(${newestOf(table, { ...filter, type })})`)
  return `${lists.join(' union all ')} order by position desc limit :limit`
}

/** They are the ledger's own words: safe within a statement. */
function typesIn({ type }: ActivityFilter): readonly EventType[] {
  return type === undefined ? eventTypes : [type]
}

/** Little happens to one expense, and the log has it side by side. */
const ofOneExpense = `events e force index (stream_version)
  straight_join activity a on e.stream = :stream and a.position = e.position`

function indexFor({ userId, actorId, batch }: ActivityFilter): string {
  if (userId !== undefined) return actorId === undefined ? 'by_user' : 'by_user_and_actor'
  if (actorId !== undefined) return 'by_actor'
  return batch === undefined ? 'by_type' : 'by_batch'
}

function newestOf(tables: string, { userId, actorId, batch, type }: ActivityFilter): string {
  const conditions = [
    userId !== undefined && 'a.user_id = :userId',
    actorId !== undefined && 'a.actor_id = :actorId',
    batch !== undefined && 'a.batch = :batch',
    type !== undefined && `a.type = '${type}'`,
    'a.position > :after and a.position < :before',
  ]
  const where = conditions.filter(Boolean).join(' and ')
  return `select a.position from ${tables} where ${where} order by a.position desc limit :limit`
}
