import type { Pool, RowDataPacket } from 'mysql2/promise'
import * as z from 'zod'
import { Instant } from '../../../events/calendar.ts'
import { UserId } from '../../../events/ids.ts'
import { pageOf, type Page } from '../../../projections/page.ts'
import { accessTypes, type AccessType } from '../../api.ts'
import { instantOf, toSqlTime } from '../signing-in/instant-of.ts'

/** An entry as it is kept. `aboutId` is the token, or the other user of a share. */
const Kept = z.strictObject({
  id: z.uuid(),
  at: Instant,
  type: z.enum(accessTypes),
  userId: UserId.nullable(),
  actorId: UserId.nullable(),
  aboutId: z.string().nullable(),
  address: z.string().nullable(),
  agent: z.string().nullable(),
  requestId: z.string().nullable(),
})
export type Kept = z.infer<typeof Kept>
/** Where a page ends. */
export const Place = z.tuple([Instant, z.uuid()])
export type Place = z.infer<typeof Place>
/** Both instants inclusive. */
export type AccessFilter = {
  user?: UserId | undefined
  type?: AccessType | undefined
  from?: Instant | undefined
  to?: Instant | undefined
}

/** Can be repeated: what is there already stays as it is. */
export async function insertEntries(pool: Pool, entries: readonly Kept[]): Promise<void> {
  const rows = entries.map(({ at, id, type, userId, actorId, aboutId, address, agent, requestId }) => {
    return [toSqlTime(at), id, type, userId, actorId, aboutId, address, agent, requestId]
  })
  await pool.query(INSERT, [rows])
}

/** Newest first. */
export async function listEntries(
  pool: Pool,
  { user, type, from, to }: AccessFilter,
  limit: number,
  after: Place | undefined,
): Promise<Page<Kept, Place>> {
  const conditions: [sql: string, values: unknown[] | undefined][] = [
    ['user_id = ?', user && [user]],
    ['type = ?', type && [type]],
    ['at >= ?', from && [toSqlTime(from)]],
    ['at <= ?', to && [toSqlTime(to)]],
    ['at <= ? and (at < ? or id < ?)', after && [toSqlTime(after[0]), toSqlTime(after[0]), after[1]]],
  ]
  const given = conditions.filter(([, values]) => values !== undefined)
  const where = ['true', ...given.map(([sql]) => sql)].join(' and ')
  const values = [...given.flatMap(([, values = []]) => values), limit + 1]
  const [rows] = await pool.query<RowDataPacket[]>(`${SELECT} where ${where} order by at desc, id desc limit ?`, values)
  return pageOf(
    rows.map((row) => Kept.parse(row)),
    limit,
    ({ at, id }) => [at, id],
  )
}

const INSERT = `insert ignore into access_log
  (at, id, type, user_id, actor_id, about_id, address, agent, request_id) values ?`
const text = (column: string, name = column) => `cast(${column} as char) as ${name}`
const SELECT = `select ${text('id')}, ${instantOf('at')} as at, ${text('type')}, ${text('user_id', 'userId')},
  ${text('actor_id', 'actorId')}, ${text('about_id', 'aboutId')}, ${text('address')}, agent,
  ${text('request_id', 'requestId')} from access_log`
