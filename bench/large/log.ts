import type { RowDataPacket } from 'mysql2/promise'
import { openLedger } from '../../src/ops/ledger.ts'
import { openPasswords } from '../../src/web/server/signing-in/passwords.ts'
import type { Place } from '../run/place.ts'
import { fill } from './fill.ts'
import { readPeople, registerPeople, type Person } from './people.ts'

/** From so many events on a log takes half an hour to make, and all that reads it takes minutes. */
export const LONG = 5_000_000
/** A long log is not the one that every other part goes on with. */
const [DATABASE, LONG_DATABASE] = ['large', 'longest']

/** The large log as it is now, and whether it was shorter just before. */
export type Large = { url: string; events: number; expenses: number; people: readonly Person[]; grown: boolean }

/**
 * The large log, made longer until it has what is wanted: `events` in all, a tenth of them deletions, three tenths
 * amendments; or so many `expenses`, by recording alone. Every part goes on with what the part before has left.
 */
export async function largeLog(
  place: Place,
  wanted: { events: number } | { expenses: number },
  database = 'events' in wanted && wanted.events >= LONG ? LONG_DATABASE : DATABASE,
): Promise<Large> {
  const url = await place.keptDatabase(database)
  const { pool, log, handle, close } = await openLedger(url)
  const countExpenses = async () => {
    const [rows] = await pool.query<RowDataPacket[]>(
      `select count(*) as count from events where type = 'ExpenseRecorded'`,
    )
    return Number(rows[0]?.count)
  }
  try {
    if ((await log.head()).position === 0) await registerPeople(handle, openPasswords(pool))
    const people = await readPeople(log)
    const expenses = await countExpenses()
    const { position } = await log.head()
    const [events, changes] =
      'events' in wanted ? [wanted.events, true] : [position + wanted.expenses - expenses, false]
    await fill(log, people, { expenses, events, changes })
    const { position: reached } = await log.head()
    return { url, people, events: reached, expenses: await countExpenses(), grown: reached > position }
  } finally {
    await close()
  }
}
