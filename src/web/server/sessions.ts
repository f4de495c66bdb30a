import { hash, randomBytes } from 'node:crypto'
import type { Pool, RowDataPacket } from 'mysql2/promise'
import { UserId } from '../../events/ids.ts'

/** A session ends after this many days without use, and this many days after sign-in whatever happens. */
const IDLE_DAYS = 14
const LONGEST_DAYS = 90

export type Sessions = ReturnType<typeof openSessions>

/** Browser sessions. Only the SHA-256 of what the browser holds is stored. */
export function openSessions(pool: Pool) {
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
    async find(secret: string): Promise<{ userId: UserId; userVersion: number } | undefined> {
      const [rows] = await pool.query<RowDataPacket[]>(
        `select cast(s.user_id as char) as userId, s.seen_at < utc_timestamp(6) - interval 1 hour as stale,
           (select max(e.version) from events e where e.stream = concat('user-', s.user_id)) as userVersion
         from sessions s where s.id = ? and s.expires_at > utc_timestamp(6)
           and s.seen_at > utc_timestamp(6) - interval ? day`,
        [idOf(secret), IDLE_DAYS],
      )
      const row = rows[0]
      if (!row || row.userVersion === null) return undefined
      if (row.stale) await pool.query('update sessions set seen_at = utc_timestamp(6) where id = ?', [idOf(secret)])
      return { userId: UserId.parse(row.userId), userVersion: Number(row.userVersion) }
    },
    async end(secret: string): Promise<void> {
      await pool.query('delete from sessions where id = ?', [idOf(secret)])
    },
    async endAllOf(userId: UserId): Promise<void> {
      await pool.query('delete from sessions where user_id = ?', [userId])
    },
  }
}

function idOf(secret: string): Buffer {
  return hash('sha256', secret, 'buffer')
}
