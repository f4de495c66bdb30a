import { hash, randomBytes } from 'node:crypto'
import type { Pool, RowDataPacket } from 'mysql2/promise'
import { UserId } from '../../../events/ids.ts'
import { together } from './together.ts'

/** A session ends after this many days without use, and this many days after sign-in whatever happens. */
const IDLE_DAYS = 14
const LONGEST_DAYS = 90

type Session = { userId: UserId; userVersion: number }
export type Sessions = ReturnType<typeof openSessions>

/** Browser sessions. Only the SHA-256 of what the browser holds is stored. */
export function openSessions(pool: Pool) {
  async function findAll(secrets: readonly string[], use: boolean): Promise<ReadonlyMap<string, Session>> {
    const ids = new Map(secrets.map((secret) => [idOf(secret).toString('hex'), secret]))
    const [rows] = await pool.query<RowDataPacket[]>(
      `select lower(hex(s.id)) as id, cast(s.user_id as char) as userId,
         s.seen_at < utc_timestamp(6) - interval 1 hour as stale,
         (select max(e.version) from events e where e.stream = concat('user-', s.user_id)) as userVersion
       from sessions s where s.id in (?) and s.expires_at > utc_timestamp(6)
         and s.seen_at > utc_timestamp(6) - interval ? day`,
      [secrets.map(idOf), IDLE_DAYS],
    )
    const stale = rows.filter((row) => row.stale).map((row) => Buffer.from(row.id as string, 'hex'))
    if (use && stale.length > 0)
      await pool.query('update sessions set seen_at = utc_timestamp(6) where id in (?)', [stale])
    const found = rows.filter((row) => row.userVersion !== null)
    return new Map(found.map((row) => [ids.get(row.id as string) ?? '', toSession(row)]))
  }

  return {
    /** Opens a session and gives its secret: 32 random bytes, base64url. */
    async open(userId: UserId): Promise<string> {
      const secret = randomBytes(32).toString('base64url')
      await pool.query(
        `insert into sessions (id, user_id, created_at, seen_at, expires_at)
         values (?, ?, utc_timestamp(6), utc_timestamp(6), utc_timestamp(6) + interval ? day)`,
        [idOf(secret), userId, LONGEST_DAYS],
      )
      await pool.query('delete from sessions where expires_at < utc_timestamp(6) limit 100')
      return secret
    },
    /** Whose session it is, and the newest version of that user's stream: one trip for what every request asks. */
    find: together((secrets: readonly string[]) => findAll(secrets, true)),
    /** The same of a session that nobody uses just now: to look at it does not keep it alive. */
    look: together((secrets: readonly string[]) => findAll(secrets, false)),
    async end(secret: string): Promise<void> {
      await pool.query('delete from sessions where id = ?', [idOf(secret)])
    },
    async endAllOf(userId: UserId): Promise<void> {
      await pool.query('delete from sessions where user_id = ?', [userId])
    },
  }
}

function toSession(row: RowDataPacket): Session {
  return { userId: UserId.parse(row.userId), userVersion: Number(row.userVersion) }
}

function idOf(secret: string): Buffer {
  return hash('sha256', secret, 'buffer')
}
