import type { Pool, ResultSetHeader, RowDataPacket } from 'mysql2/promise'
import * as z from 'zod'
import { Instant } from '../../../events/calendar.ts'
import { UserId } from '../../../events/ids.ts'
import { instantOf } from './instant-of.ts'
import { digestOf, idOf, newSecret } from './secrets.ts'
import { together } from './together.ts'

/** A session ends after this many days without use, and this many days after sign-in whatever happens. */
const IDLE_DAYS = 14
const LONGEST_DAYS = 90

const Found = z.object({ userId: UserId, userVersion: z.coerce.number() })
type Found = z.infer<typeof Found>
const Times = z.object({ createdAt: Instant, seenAt: Instant, expiresAt: Instant })
/** A session as it is shown: with an id that opens nothing. */
export type OpenSession = z.infer<typeof Times> & { id: string }
export type Sessions = ReturnType<typeof openSessions>

/** Browser sessions. Only the SHA-256 of what the browser holds is stored. */
export function openSessions(pool: Pool) {
  async function findAll(secrets: readonly string[], use: boolean): Promise<ReadonlyMap<string, Found>> {
    const ids = new Map(secrets.map((secret) => [digestOf(secret).toString('hex'), secret]))
    const [rows] = await pool.query<RowDataPacket[]>(
      `select lower(hex(s.id)) as id, cast(s.user_id as char) as userId,
         s.seen_at < utc_timestamp(6) - interval 1 hour as stale,
         (select max(e.version) from events e where e.stream = concat('user-', s.user_id)) as userVersion
       from sessions s where s.id in (?) and ${ALIVE}`,
      [secrets.map(digestOf), IDLE_DAYS],
    )
    const stale = rows.filter((row) => row.stale).map((row) => Buffer.from(row.id as string, 'hex'))
    if (use && stale.length > 0)
      await pool.query('update sessions set seen_at = utc_timestamp(6) where id in (?)', [stale])
    const found = rows.filter((row) => row.userVersion !== null)
    return new Map(found.map((row) => [ids.get(row.id as string) ?? '', Found.parse(row)]))
  }

  async function allOf(userId: UserId): Promise<(OpenSession & { digest: Buffer })[]> {
    const [rows] = await pool.query<RowDataPacket[]>(
      `select s.id as digest, ${instantOf('s.created_at')} as createdAt, ${instantOf('s.seen_at')} as seenAt,
         ${instantOf('least(s.expires_at, s.seen_at + interval ? day)')} as expiresAt
       from sessions s where s.user_id = ? and ${ALIVE}`,
      [IDLE_DAYS, userId, IDLE_DAYS],
    )
    return rows.map((row) => ({ ...Times.parse(row), id: idOf(row.digest as Buffer), digest: row.digest as Buffer }))
  }

  return {
    /** Opens a session and gives its secret: 32 random bytes, base64url. */
    async open(userId: UserId): Promise<string> {
      const secret = newSecret().toString('base64url')
      await pool.query(
        `insert into sessions (id, user_id, created_at, seen_at, expires_at)
         values (?, ?, utc_timestamp(6), utc_timestamp(6), utc_timestamp(6) + interval ? day)`,
        [digestOf(secret), userId, LONGEST_DAYS],
      )
      return secret
    },
    /**
     * The same if the password of `userId` is the one that was set at `since`, and otherwise `undefined`: who signs in while it is
     * changed is not let in with the old one.
     */
    async openWith(userId: UserId, since: string): Promise<string | undefined> {
      const secret = newSecret().toString('base64url')
      const [{ affectedRows }] = await pool.query<ResultSetHeader>(
        `insert into sessions (id, user_id, created_at, seen_at, expires_at)
         select ?, c.user_id, utc_timestamp(6), utc_timestamp(6), utc_timestamp(6) + interval ? day
         from credentials c where c.user_id = ? and c.changed_at = ? lock in share mode`,
        [digestOf(secret), LONGEST_DAYS, userId, since],
      )
      await pool.query('delete from sessions where expires_at < utc_timestamp(6) limit 100')
      return affectedRows === 1 ? secret : undefined
    },
    /** Whose session it is, and the newest version of that user's stream: one trip for what every request asks. */
    find: together((secrets: readonly string[]) => findAll(secrets, true)),
    /** The same of a session that nobody uses just now: to look at it does not keep it alive. */
    look: together((secrets: readonly string[]) => findAll(secrets, false)),
    /** In no order. */
    async of(userId: UserId): Promise<OpenSession[]> {
      return (await allOf(userId)).map(({ digest: _digest, ...session }) => session)
    },
    /** By its secret, on signing out. */
    async end(secret: string): Promise<void> {
      await pool.query('delete from sessions where id = ?', [digestOf(secret)])
    },
    /** Ends the one with this id. Whether `userId` had it open. */
    async endOne(userId: UserId, id: string): Promise<boolean> {
      const session = (await allOf(userId)).find((one) => one.id === id)
      if (!session) return false
      const [{ affectedRows }] = await pool.query<ResultSetHeader>('delete from sessions where id = ?', [
        session.digest,
      ])
      return affectedRows === 1
    },
    async endAllOf(userId: UserId): Promise<void> {
      await pool.query('delete from sessions where user_id = ?', [userId])
    },
  }
}

const ALIVE = 's.expires_at > utc_timestamp(6) and s.seen_at > utc_timestamp(6) - interval ? day'
