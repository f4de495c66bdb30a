import type { RowDataPacket } from 'mysql2/promise'
import { openPool } from '../../src/events/log/connect.ts'
import { tableNames } from '../../src/projections/projections.ts'
import type { Stored } from './step.ts'

/** Megabytes of all tables with their indexes. */
export async function storageOf(url: string): Promise<Record<Stored, number>> {
  const pool = openPool(url, 1)
  const megabytes = { events: 0, beside: 0, projections: 0 }
  try {
    for (const table of await tablesOf(pool)) megabytes[kindOf(table)] += await sizeOf(table, pool)
    return megabytes
  } finally {
    await pool.end()
  }
}

function kindOf(table: string): Stored {
  if (table === 'events') return 'events'
  return tableNames.includes(table) ? 'projections' : 'beside'
}

type Pool = ReturnType<typeof openPool>

async function tablesOf(pool: Pool): Promise<string[]> {
  const sql = 'select table_name as name from information_schema.tables where table_schema = database()'
  const [rows] = await pool.query<RowDataPacket[]>(sql)
  return rows.map(({ name }) => String(name))
}

/** The server notes sizes now and then, and when it is told to. */
async function sizeOf(table: string, pool: Pool): Promise<number> {
  await pool.query('analyze table ??', [table])
  const [[row]] = await pool.query<RowDataPacket[]>(
    `select data_length + index_length as bytes from information_schema.tables
      where table_schema = database() and table_name = ?`,
    [table],
  )
  return Number(row?.bytes) / 2 ** 20
}
