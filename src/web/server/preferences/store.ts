import type { Pool, ResultSetHeader, RowDataPacket } from 'mysql2/promise'
import { Rejected } from '../../../commands/rejected.ts'
import type { UserId } from '../../../events/ids.ts'
import { Preferences } from '../../api.ts'

/** `version` counts the changes; 0 where nobody has chosen anything yet. */
type Kept = { version: number; preferences: Preferences }
export type PreferencesStore = ReturnType<typeof openPreferences>

/** What people chose for themselves, kept outside the log. */
export function openPreferences(pool: Pool) {
  async function versionOf(userId: UserId): Promise<number> {
    const [[row]] = await pool.query<RowDataPacket[]>('select version from preferences where user_id = ?', [userId])
    return Number(row?.version ?? 0)
  }

  /** Of several who change version `before` at once, one does. */
  async function replace(userId: UserId, before: number, data: string): Promise<boolean> {
    const [{ affectedRows }] = await pool.query<ResultSetHeader>(
      before === 0
        ? 'insert ignore into preferences (version, data, changed_at, user_id) values (1, ?, utc_timestamp(6), ?)'
        : `update preferences set version = version + 1, data = ?, changed_at = utc_timestamp(6)
           where user_id = ? and version = ?`,
      [data, userId, before],
    )
    return affectedRows === 1
  }

  return {
    async of(userId: UserId): Promise<Kept> {
      const sql = 'select version, data from preferences where user_id = ?'
      const [[row]] = await pool.query<RowDataPacket[]>(sql, [userId])
      return { version: Number(row?.version ?? 0), preferences: fromStored((row?.data as string | undefined) ?? '{}') }
    },
    /** Keeps them in place of what was there. Throws `Rejected` if that is not `expected`, where it matters. */
    async keep(userId: UserId, preferences: Preferences, expected: number | undefined): Promise<Kept> {
      const data = JSON.stringify(preferences)
      for (;;) {
        const version = await versionOf(userId)
        if (expected !== undefined && expected !== version) {
          throw new Rejected('StaleVersion', `Changed meanwhile: the version is ${version}, not ${expected}`)
        }
        if (await replace(userId, version, data)) return { version: version + 1, preferences }
      }
    },
  }
}

/** What today's ledger no longer knows goes back to its default: an older choice locks nobody out. */
function fromStored(data: string): Preferences {
  const known = Object.entries(Preferences.shape)
  const stored = JSON.parse(data) as Record<string, unknown>
  const held = known.filter(([field, schema]) => schema.safeParse(stored[field]).success)
  return Preferences.parse(Object.fromEntries(held.map(([field]) => [field, stored[field]])))
}
