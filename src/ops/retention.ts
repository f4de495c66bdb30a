import type { Pool } from 'mysql2/promise'
import type { Logger } from 'pino'
import { concatMap, timer, type Subscription } from 'rxjs'

const HOUR = 3_600_000
/** Days that the answer to a command with an idempotency key is kept. */
const DAYS = 30

/** Forgets remembered commands that are older than 30 days, now and every hour. */
export function forgetOldCommands(pool: Pool, logger: Logger): Subscription {
  const forget = async () => {
    await pool
      .query('delete from commands where recorded_at < utc_timestamp(6) - interval ? day limit 10000', [DAYS])
      .catch((error: unknown) => logger.warn({ err: error }, 'Old commands could not be forgotten'))
  }
  return timer(0, HOUR).pipe(concatMap(forget)).subscribe()
}
