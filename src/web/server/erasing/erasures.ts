import type { Pool, PoolConnection, RowDataPacket } from 'mysql2/promise'
import { defer, firstValueFrom, retry, throwError, timer } from 'rxjs'
import type { UserId } from '../../../events/ids.ts'
import type { Log } from '../../../events/log/log.ts'
import { userStream } from '../../../events/user.ts'
import type { Projections } from '../../../projections/projections.ts'

export type Erasures = ReturnType<typeof openErasures>

/** Two that erase at once may deadlock, or take the same number: the database then takes back one of them, which goes again. */
const MET = new Set([1213, 1062])
const again = retry<void>({
  count: 10,
  delay: (error: { errno?: number }) => (MET.has(error.errno ?? 0) ? timer(20) : throwError(() => error)),
})

type Parts = {
  pool: Pool
  log: Pick<Log, 'readStream'>
  projections: Pick<Projections, 'forget'>
  /** Writes down outside the database who was erased, for whoever restores an older backup. */
  note: (userId: UserId) => void
}

/**
 * What is done about a person beside the event UserErased: without the key nobody reads their words in the log any more. It was
 * asked for before the event, and is done after it, by whoever comes first.
 */
export function openErasures({ pool, log, projections, note }: Parts) {
  async function finish(userId: UserId): Promise<void> {
    note(userId)
    // Also before the key goes: what is cut short after that is not taken up again.
    await projections.forget(userId)
    await firstValueFrom(defer(() => inTransaction(pool, (connection) => destroy(connection, userId))).pipe(again))
    await projections.forget(userId)
  }

  return {
    /** Comes before the event. */
    async intend(userId: UserId): Promise<void> {
      const asked = 'insert ignore into erasures (user_id, asked_at) values (?, utc_timestamp(6))'
      await firstValueFrom(defer(async () => void (await pool.query(asked, [userId]))).pipe(again))
    },
    /** Comes after the event. Can be repeated. */
    finish,
    /** Makes up for what was cut short: a process that ended between the event and the rest. */
    async resume(): Promise<void> {
      const sql = 'select cast(user_id as char) as id from erasures where number is null'
      const [rows] = await pool.query<RowDataPacket[]>(sql)
      for (const { id } of rows as { id: UserId }[]) {
        const last = (await log.readStream(userStream(id))).at(-1)
        if (last?.event.type === 'UserErased') await finish(id)
      }
    },
  }
}

/** Everything that is kept of a person beside the log and the projections. `first-admin` stays: it is nobody's, and closes the door. */
const GOES = [
  'delete from `keys` where owner = ?',
  'delete from credentials where user_id = ?',
  'delete from second_factors where user_id = ?',
  'delete from recovery_codes where user_id = ?',
  'delete from sessions where user_id = ?',
  'delete from tokens where user_id = ?',
  'delete from preferences where user_id = ?',
  'delete from access_log where user_id = ?',
  // What they did to others stays, without what is theirs in it.
  'update access_log set address = null, agent = null where actor_id = ?',
  'delete from commands where user_id = ?',
]
/** Found first and then deleted by their keys: a statement that goes through all claims would hold up whoever takes one. */
const CLAIMS = `select kind, value from claims where kind <> 'first-admin'
  and exists (select 1 from events e where e.stream = claims.stream and e.user_id = ?)`

async function destroy(connection: PoolConnection, userId: UserId): Promise<void> {
  // Each gets a number of its own: of two that take the same one, the unique key refuses the second.
  const [rows] = await connection.query<RowDataPacket[]>('select coalesce(max(number), 0) + 1 as number from erasures')
  for (const statement of GOES) await connection.query(statement, [userId])
  const [claims] = await connection.query<RowDataPacket[]>(CLAIMS, [userId])
  for (const { kind, value } of claims) {
    await connection.query('delete from claims where kind = ? and value = ?', [kind, value])
  }
  // The number comes with the rest: whoever keeps keys in mind drops them as soon as this is committed.
  const done = 'update erasures set number = ? where user_id = ? and number is null'
  await connection.query(done, [rows[0]?.number, userId])
}

async function inTransaction(pool: Pool, work: (connection: PoolConnection) => Promise<void>): Promise<void> {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    await work(connection)
    await connection.commit()
  } catch (error) {
    await connection.rollback().catch(() => undefined)
    throw error
  } finally {
    connection.release()
  }
}
