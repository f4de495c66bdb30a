import type { Connection } from 'mysql2/promise'
import { keptTables } from '../backup/kept-tables.ts'

/** Takes out of the tables what was not there yet at `position`, up to which the events were restored. */
export async function cutBack(connection: Connection, position: number): Promise<void> {
  for (const [table, { user, position: column }] of Object.entries(keptTables)) {
    if (column) await connection.query('delete from ?? where ?? > ?', [table, column, position])
    if (user) await connection.query(OF_NOBODY, [table, user, `${table}.${user}`])
  }
}

/** Whoever such a row is of was not registered by then. */
const OF_NOBODY = `delete from ?? where ?? <> 'ledger'
  and not exists (select 1 from events e where e.stream = concat('user-', ??))`
