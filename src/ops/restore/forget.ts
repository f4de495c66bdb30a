import type { Pool, RowDataPacket } from 'mysql2/promise'
import { Rejected } from '../../commands/rejected.ts'
import { eraseUser } from '../../commands/user-commands.ts'
import { newId, UserId } from '../../events/ids.ts'
import { ERASED } from '../../events/personal.ts'
import { openErasures } from '../../web/server/erasing/erasures.ts'
import type { ErasedList } from '../erased-list.ts'
import type { Ledger } from '../ledger.ts'

/**
 * Whose erasure the restored events do not know of, as they end before it: their keys were not brought back, so it is done
 * again, as an event of today. Resolves to those whom the ledger does not let go, since no other admin is left in it.
 */
export async function forgetAgain(
  { pool, log, handle, projections }: Ledger,
  list: ErasedList,
  erased: readonly UserId[],
): Promise<UserId[]> {
  const erasures = openErasures({ pool, log, projections, note: (userId) => list.add(userId) })
  const kept: UserId[] = []
  for (const userId of erased) {
    const by = { standingIn: () => 'admin' as const }
    const work = eraseUser(userId, ERASED, by, () => erasures.intend(userId))
    const asked = { actorId: null, metadata: { correlationId: newId(), origin: 'cli' as const } }
    try {
      await handle(asked, 200, work)
      await erasures.finish(userId)
    } catch (error) {
      if (!(error instanceof Rejected)) throw error
      kept.push(userId)
    }
  }
  return kept
}

/**
 * Of those on the list, and those who were erased when the backup was made, the ones who are here and not erased. What says
 * that they were erased already is taken back until they are.
 */
export async function notErasedYet(pool: Pool, list: ErasedList): Promise<UserId[]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `select cast(user_id as char) as id from erasures r where number is not null and ${NOT_HERE}`,
    ['r.user_id'],
  )
  await pool.query(`update erasures set number = null where number is not null and ${NOT_HERE}`, ['erasures.user_id'])
  const ids = new Set([...rows.map(({ id }) => UserId.parse(id)), ...list.all()])
  const here: UserId[] = []
  for (const id of ids) if (await isHere(pool, id)) here.push(id)
  return here
}

/** The event of the erasure, that is. */
const NOT_HERE = `not exists (select 1 from events e where e.stream = concat('user-', ??) and e.type = 'UserErased')`

async function isHere(pool: Pool, id: UserId): Promise<boolean> {
  const sql = `select coalesce(sum(type = 'UserErased'), 0) as erased, count(*) as events from events where stream = ?`
  const [[row]] = await pool.query<RowDataPacket[]>(sql, [`user-${id}`])
  return Number(row?.events) > 0 && Number(row?.erased) === 0
}
