import type { Pool, ResultSetHeader } from 'mysql2/promise'
import type { Logger } from 'pino'
import { concatMap, timer, type Subscription } from 'rxjs'
import type { Config } from '../config.ts'

const HOUR = 3_600_000
/** Days that the answer to a command with an idempotency key is kept. */
const COMMAND_DAYS = 30
/** Rows that are removed at once: nobody waits for more. */
const STEP = 1_000

/** Removes what is kept for a while only, now and every hour. Any number of processes may do it. */
export function forgetOld(pool: Pool, config: Pick<Config, 'accessLogDays'>, logger: Logger): Subscription {
  const forget = () =>
    forgetNow(pool, config).catch((error: unknown) => logger.warn({ err: error }, 'What is old could not be forgotten'))
  return timer(0, HOUR).pipe(concatMap(forget)).subscribe()
}

/** Remembered commands, entries of the access log, and failed sign-ins that count no more. */
export async function forgetNow(pool: Pool, { accessLogDays }: Pick<Config, 'accessLogDays'>): Promise<void> {
  await inSteps(pool, 'delete from commands where recorded_at < utc_timestamp(6) - interval ? day', COMMAND_DAYS)
  await inSteps(pool, 'delete from access_log where at < utc_timestamp(6) - interval ? day', accessLogDays)
  await inSteps(pool, 'delete from failed_attempts where ends_at < utc_timestamp(6) - interval ? day', 0)
}

async function inSteps(pool: Pool, sql: string, days: number): Promise<void> {
  for (let removed = STEP; removed === STEP;) {
    const [header] = await pool.query<ResultSetHeader>(`${sql} limit ${STEP}`, [days])
    removed = header.affectedRows
  }
}
