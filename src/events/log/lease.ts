import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

/** Seconds after which a holder that has not been heard of is taken for gone: more than losing a node holds up all others. */
const GONE = 30
/** Milliseconds between two signs of life; and between two attempts of whoever waits. */
const [SIGN, ATTEMPT] = [3_000, 250]
/** How often a statement is tried that a node takes back. */
const TRIES = 5
const TAKEN_BACK = 1213

/** What says whether a server is a node of a cluster, as its `Value`: `ON` if it is. */
export const lookAtCluster = `show variables like 'wsrep_on'`

/** Carries out a statement that changes something, and resolves to how many rows it found. */
export type Change = (sql: string, values: readonly string[]) => Promise<number>

/** Where it is noted who has a lease: in the column `holder` of a row, which is `free` while nobody has; and in `seen`, since when. */
export type LeaseRow = { table: string; row: string; holder: string; free: string; seen: string }

/** Somebody else has it by now. The code is what a server says of a transaction that was taken back: whoever begins anew may go on. */
export class LeaseLost extends Error {
  readonly code = 'ER_LOCK_DEADLOCK'
}

export type Lease = {
  /** Throws `LeaseLost`. */
  check: () => Promise<void>
  end: () => Promise<void>
}

/**
 * Takes what a locked row cannot be on a cluster, where that is locked on one node only: of all who change the same row at the same
 * time, wherever they do it, one is let through. It is the holder's until `end`, or until nothing has been heard of it for a while.
 * Undefined if somebody else has it.
 */
export async function takeLease(change: Change, at: LeaseRow): Promise<Lease | undefined> {
  const { table, row, holder, free, seen } = at
  const [me, now] = [`${free} ${randomUUID()}`, 'utc_timestamp(6)']
  const mine = `where ${row} and ${holder} = ?`
  const taken = await insist(change)(
    `update ${table} set ${holder} = ?, ${seen} = ${now}
      where ${row} and (${holder} = ? or ${seen} < ${now} - interval ${GONE} second)`,
    [me, free],
  )
  if (taken === 0) return undefined

  async function check(): Promise<void> {
    const found = await insist(change)(`update ${table} set ${seen} = ${now} ${mine}`, [me])
    if (found === 0) throw new LeaseLost('Somebody else is at it by now')
  }

  // What goes wrong with a sign of life, the next check tells.
  const signs = setInterval(() => void check().catch(() => undefined), SIGN)
  async function end(): Promise<void> {
    clearInterval(signs)
    // If that cannot be said any more, it ends by itself.
    await insist(change)(`update ${table} set ${holder} = ? ${mine}`, [free, me]).catch(() => undefined)
  }
  return { check, end }
}

/** The same, waiting for whoever has it. */
export async function waitForLease(change: Change, at: LeaseRow): Promise<Lease> {
  for (;;) {
    const lease = await takeLease(change, at)
    if (lease) return lease
    await pause(ATTEMPT)
  }
}

/** Who is overtaken looks again: what was meant may still hold. */
function insist(change: Change): Change {
  return async (sql, values) => {
    for (let tries = 1; ; tries++) {
      try {
        return await change(sql, values)
      } catch (error) {
        if (tries === TRIES || numberOf(error) !== TAKEN_BACK) throw error
      }
    }
  }
}

/** Sequelize wraps what the driver says. */
function numberOf(error: unknown): number | undefined {
  const { errno, original } = error as { errno?: number; original?: { errno?: number } }
  return original?.errno ?? errno
}
