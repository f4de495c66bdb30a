import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import { newId } from '../../src/events/ids.ts'
import { connectionOptions } from '../../src/events/log/connect.ts'
import { millisecondsOf } from '../measure.ts'

/** Rows per second that LOAD DATA brings from a file into a table like `events`, indexes and all: its first `rows`. */
export async function loadData(url: string, rows: number): Promise<number> {
  const connection = await createConnection(connectionOptions(url))
  const [[server]] = (await connection.query('select @@datadir as folder')) as unknown as [[{ folder: string }]]
  const file = join(server.folder, `${newId()}.tsv`)
  const name = connection.escape(file)
  try {
    await connection.query(
      `select * into outfile ${name} character set binary from events order by position limit ${rows}`,
    )
    await connection.query('drop table if exists events_loaded')
    await connection.query('create table events_loaded like events')
    const took = await millisecondsOf(() =>
      connection.query(`load data infile ${name} into table events_loaded character set binary`),
    )
    await connection.query('drop table events_loaded')
    return rows / (took / 1000)
  } finally {
    await connection.end()
    rmSync(file, { force: true })
  }
}
