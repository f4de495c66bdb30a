import type { Pool, RowDataPacket } from 'mysql2/promise'
import { defer, firstValueFrom, retry, throwError, timer } from 'rxjs'
import * as z from 'zod'

/** Seconds for which failures count, from the first of them on. */
const MINUTE = 60

const Spent = z.object({ who: z.string(), failures: z.coerce.number(), seconds: z.coerce.number() })
/** How many there are, and in how many seconds they count no more: 1 or more. */
export type Spent = Omit<z.infer<typeof Spent>, 'who'>

/** Failures of the last minute, for all processes. Whoever they are of is known here by hexadecimal digits alone. */
export function openFailedAttempts(pool: Pool) {
  return {
    /** Of each of `whos` that has any. */
    async of(whos: readonly string[]): Promise<ReadonlyMap<string, Spent>> {
      const [rows] = await pool.query<RowDataPacket[]>(SPENT, [whos.map(toBytes)])
      return new Map(rows.map((row) => Spent.parse(row)).map(({ who, ...spent }) => [who, spent]))
    },
    /** One more for each of `whos`. */
    async add(whos: readonly string[]): Promise<void> {
      // In one order: of two that count the same ones at once, one then waits for the other.
      const values = whos.toSorted().flatMap((who) => [toBytes(who), MINUTE])
      const rows = whos.map(() => '(?, 1, utc_timestamp(6) + interval ? second)').join(', ')
      const sql = `insert into failed_attempts (who, failures, ends_at) values ${rows} ${ONE_MORE}`
      await firstValueFrom(defer(() => pool.query(sql, values)).pipe(again))
    },
  }
}

const toBytes = (hex: string) => Buffer.from(hex, 'hex')

const SPENT = `select lower(hex(who)) as who, failures,
    ceil(timestampdiff(microsecond, utc_timestamp(6), ends_at) / 1000000) as seconds
  from failed_attempts where who in (?) and ends_at > utc_timestamp(6)`
/** What comes after the minute begins another. Assignments are made from left to right. */
const ONE_MORE = `on duplicate key update failures = if(ends_at > utc_timestamp(6), failures + 1, 1),
  ends_at = if(ends_at > utc_timestamp(6), ends_at, values(ends_at))`

/** Of two that deadlock the database takes one back, which goes again. */
const DEADLOCK = 1213
const again = retry<unknown>({
  count: 10,
  delay: (error: { errno?: number }) => (error.errno === DEADLOCK ? timer(20) : throwError(() => error)),
})
