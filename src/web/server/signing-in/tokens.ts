import type { Pool, ResultSetHeader, RowDataPacket } from 'mysql2/promise'
import * as z from 'zod'
import type { Instant } from '../../../events/calendar.ts'
import { newId, UserId } from '../../../events/ids.ts'
import { pageOf, type Page } from '../../../projections/page.ts'
import { Scope, Token, type MadeToken } from '../../api.ts'
import { instantOf, toSqlTime } from './instant-of.ts'
import { digestOf, newSecret } from './secrets.ts'
import { together } from './together.ts'

/** Whoever finds one in a file or a log knows what it is; scanners for secrets look for such beginnings. */
const PREFIX = 'ledger_'

const Found = z.object({
  id: z.uuid(),
  userId: UserId,
  userVersion: z.coerce.number(),
  scope: Scope,
  isUnused: z.coerce.boolean(),
})
type Found = z.infer<typeof Found>
type Wanted = { name: string; scope: Scope; expiresAt?: Instant | undefined }
export type Tokens = ReturnType<typeof openTokens>

/** What programs show instead of a session. Only the SHA-256 of each is stored. */
export function openTokens(pool: Pool) {
  async function findAll(tokens: readonly string[], use: boolean): Promise<ReadonlyMap<string, Found>> {
    const byHash = new Map(tokens.map((token) => [digestOf(token).toString('hex'), token]))
    const [rows] = await pool.query<RowDataPacket[]>(
      `select lower(hex(t.hash)) as hash, cast(t.id as char) as id, cast(t.user_id as char) as userId,
         cast(t.scope as char) as scope, t.used_at is null as isUnused, t.used_at < utc_timestamp(6) - interval 1 minute as stale,
         (select max(e.version) from events e where e.stream = concat('user-', t.user_id)) as userVersion
       from tokens t where t.hash in (?) and coalesce(t.expires_at > utc_timestamp(6), true)`,
      [tokens.map(digestOf)],
    )
    const stale = rows.filter((row) => row.stale).map((row) => row.id as string)
    if (use && stale.length > 0)
      await pool.query('update tokens set used_at = utc_timestamp(6) where id in (?)', [stale])
    const found = rows.filter((row) => row.userVersion !== null)
    return new Map(found.map((row) => [byHash.get(row.hash as string) ?? '', Found.parse(row)]))
  }

  return {
    /** Makes one, in the session with this secret; `undefined` if that has ended by then, and with it what it was trusted for. */
    async make(session: string, { name, scope, expiresAt }: Wanted): Promise<MadeToken | undefined> {
      const [id, token] = [newId(), PREFIX + newSecret().toString('hex')]
      const [{ affectedRows }] = await pool.query<ResultSetHeader>(
        `insert into tokens (id, hash, user_id, name, scope, created_at, expires_at)
         select ?, ?, s.user_id, ?, ?, utc_timestamp(6), ? from sessions s where s.id = ? lock in share mode`,
        [id, digestOf(token), name, scope, expiresAt ? toSqlTime(expiresAt) : null, digestOf(session)],
      )
      if (affectedRows === 0) return undefined
      const [[row]] = await pool.query<RowDataPacket[]>(`${SELECT} where id = ?`, [id])
      return row && { ...Token.parse(row), token }
    },
    /** Whose token it is and what for, and the newest version of that user's stream. */
    find: together((tokens: readonly string[]) => findAll(tokens, true)),
    /** Says that it is used for the first time. Of several who do so at once one is told that it was. */
    async beginUse(id: string): Promise<boolean> {
      const sql = 'update tokens set used_at = utc_timestamp(6) where id = ? and used_at is null'
      return (await pool.query<ResultSetHeader>(sql, [id]))[0].affectedRows === 1
    },
    /** The same of a token that nobody uses just now. */
    look: together((tokens: readonly string[]) => findAll(tokens, false)),
    /** Newest first; `after` is the id of the last one on the page before. */
    async of(userId: UserId, limit: number, after: string | undefined): Promise<Page<Token, string>> {
      const [rows] = await pool.query<RowDataPacket[]>(
        `${SELECT} where user_id = ? and id < ? order by id desc limit ?`,
        // Every id comes before this one.
        [userId, after ?? 'g', limit + 1],
      )
      return pageOf(
        rows.map((row) => Token.parse(row)),
        limit,
        ({ id }) => id,
      )
    },
    /** Whether `userId` had it. */
    async endOne(userId: UserId, id: string): Promise<boolean> {
      const sql = 'delete from tokens where user_id = ? and id = ?'
      return (await pool.query<ResultSetHeader>(sql, [userId, id]))[0].affectedRows === 1
    },
    async endAllOf(userId: UserId): Promise<void> {
      await pool.query('delete from tokens where user_id = ?', [userId])
    },
  }
}

const SELECT = `select cast(id as char) as id, name, cast(scope as char) as scope, ${instantOf('created_at')} as createdAt,
  ${instantOf('used_at')} as usedAt, ${instantOf('expires_at')} as expiresAt from tokens`
