import type { Sequelize } from 'sequelize'
import * as z from 'zod'
import { eventTypes, type EventType } from '../../events/event.ts'
import { expenseStream } from '../../events/expense.ts'
import type { ExpenseId } from '../../events/ids.ts'
import { NotReached } from '../following/reached.ts'
import { pageOf, type Page } from '../page.ts'
import { isMissingColumn, select, type Select } from '../tables/database.ts'
import { inBatch, scopesFor, type Asked } from './scopes.ts'

/** Each of these leaves out more. */
export type ActivityFilter = Asked & {
  type?: EventType | undefined
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
    const { after = 0, before = Number.MAX_SAFE_INTEGER, batch = '', expenseId } = narrowed
    const stream = expenseId && expenseStream(expenseId)
    const scopes = Object.fromEntries(scopesFor(narrowed).map((scope, at) => [`scope${at}`, scope]))
    const replacements = { ...narrowed, ...scopes, after, before, stream, batch: inBatch(batch), limit: limit + 1 }
    const found = await find(Found, statement(narrowed), replacements)
    const positions = found.map(({ position }) => position)
    return pageOf(positions, limit, (position) => position)
  }

  /** The same filter for only that part of the log that the batch is in, if there is such a batch. */
  async function within(filter: ActivityFilter): Promise<ActivityFilter | undefined> {
    // Type by type, as the key goes: the first and the last of each are found without those in between.
    const ends = typesIn(filter).map(
      (type) =>
        `select min(position) as first, max(position) as last from activity where scope = :batch and type = '${type}'`,
    )
    const sql = `select min(first) as first, max(last) as last from (${ends.join(' union all ')}) ends`
    const [span] = await find(Span, sql, { batch: inBatch(filter.batch ?? '') })
    if (!span || span.first === null || span.last === null) return undefined
    const { after = 0, before = Infinity } = filter
    return { ...filter, after: Math.max(after, span.first - 1), before: Math.min(before, span.last + 1) }
  }

  /** Throws `NotReached` where the table has no scopes yet: version 1 of it had none, and is read until this one is built. */
  const find: Select = async (schema, sql, replacements) => {
    try {
      return await select(sequelize, schema, sql, replacements)
    } catch (error) {
      if (!isMissingColumn(error)) throw error
      throw new NotReached('What the audit filters by is being built', { cause: error })
    }
  }

  return { listActivity }
}

/** A batch may have a hundred thousand events of others: then it is better looked for among those of the one that is asked about. */
function isOfFew({ batch, userId, actorId }: ActivityFilter): boolean {
  return batch !== undefined && (userId !== undefined || actorId !== undefined)
}

function statement(filter: ActivityFilter): string {
  if (filter.expenseId !== undefined) return ofOneExpense(filter)
  if (isOfAll(filter)) return newestOf('events a', [])
  return merged(filter)
}

/** Then the log is the list. */
function isOfAll({ type, batch, userId, actorId }: ActivityFilter): boolean {
  return [type, batch, userId, actorId].every((condition) => condition === undefined)
}

/**
 * One list per scope and type, each of them read off the key from the newest on until there are enough, and merged: so no
 * filter, however rare what it finds, has to go through what it does not find.
 */
function merged(filter: ActivityFilter): string {
  const lists = scopesFor(filter).flatMap((_, at) =>
    typesIn(filter).map((type) => {
      const batch = isOfFew(filter) && isInBatch([type])
      return newestOf('activity a', [`a.scope = :scope${at}`, `a.type = '${type}'`, batch])
    }),
  )
  return `${lists.map((list) => `(${list})`).join(' union all ')} order by position desc limit :limit`
}

/** Little happens to one expense, and the log has it side by side. */
function ofOneExpense({ userId, actorId, type, batch }: ActivityFilter): string {
  return newestOf('events a force index (stream_version)', [
    'a.stream = :stream',
    userId !== undefined && 'a.user_id = :userId',
    actorId !== undefined && 'a.actor_id = :actorId',
    type !== undefined && 'a.type = :type',
    batch !== undefined && isInBatch(typesIn({ type })),
  ])
}

/** `types` are those that it may be of, so that the whole key is known. */
function isInBatch(types: readonly EventType[]): string {
  const ofType = `b.type in (${types.map((type) => `'${type}'`).join(', ')})`
  return `exists (select 1 from activity b where b.scope = :batch and ${ofType} and b.position = a.position)`
}

function newestOf(table: string, conditions: readonly (string | false)[]): string {
  const where = [...conditions, 'a.position > :after and a.position < :before'].filter(Boolean).join(' and ')
  return `select a.position from ${table} where ${where} order by a.position desc limit :limit`
}

/** They are the ledger's own words: safe within a statement. */
function typesIn({ type }: Pick<ActivityFilter, 'type'>): readonly EventType[] {
  return type === undefined ? eventTypes : [type]
}
