import type { Pool, RowDataPacket } from 'mysql2/promise'
import type { Instant } from '../calendar.ts'
import { sqlTimeToInstant } from './instants.ts'

/**
 * The last position that was recorded at `instant` or before, 0 if there is none. Positions and instants rise together: twenty
 * looks by primary key find one among a million, and no index on instants is needed.
 */
export async function positionAt(pool: Pool, instant: Instant): Promise<number> {
  const [[head]] = await pool.query<RowDataPacket[]>('select position, recorded_at from log_head where id = 1')
  const newest = Number(head?.position)
  if (instant >= sqlTimeToInstant(head?.recorded_at as string)) return newest
  let [known, beyond] = [0, newest]
  // What is at `known` was recorded in time, what comes after `beyond` was not.
  while (known < beyond) {
    const middle = Math.ceil((known + beyond) / 2)
    if ((await recordedAt(pool, middle)) <= instant) known = middle
    else beyond = middle - 1
  }
  return known
}

async function recordedAt(pool: Pool, position: number): Promise<Instant> {
  const [[event]] = await pool.query<RowDataPacket[]>('select recorded_at from events where position = ?', [position])
  if (!event) throw new Error(`There is no event at position ${position}, which the log has passed`)
  return sqlTimeToInstant(event.recorded_at as string)
}
