import { createConnection, type Connection } from 'mysql2'
import type { RowDataPacket } from 'mysql2'
import { connectionOptions, sessionSettings } from '../../events/log/connect.ts'
import { sqlTimeToInstant } from '../../events/log/instants.ts'
import { keptTables } from './kept-tables.ts'
import type { Header, Table, Value } from './lines.ts'
import { FORMAT } from './lines.ts'

export type Snapshot = Awaited<ReturnType<typeof openSnapshot>>

/** Rows of a table that are read ahead of whoever takes them. */
const AHEAD = 500

/**
 * What is kept beside the log, as of one moment, and the position of the log at that moment. The head is held while the
 * moment is chosen, for two short trips, as whoever holds it sees all that was committed before (docs/log.md); after that
 * nobody is held up.
 */
export async function openSnapshot(url: string) {
  const [holder, reader] = [open(url), open(url)]
  try {
    for (const setting of sessionSettings) await reader.promise().query(setting)
    await reader.promise().query('set session transaction isolation level repeatable read')
    await holder.promise().query('start transaction')
    const [[head]] = await holder
      .promise()
      .query<RowDataPacket[]>('select position, recorded_at from log_head where id = 1 for update')
    await reader.promise().query('start transaction with consistent snapshot, read only')
    await holder.promise().query('rollback')
    const migration = await newestMigration(reader)
    const position = Number(head?.position)
    const recordedAt = sqlTimeToInstant(head?.recorded_at as string)
    const header: Header = { format: FORMAT, migration, position, recordedAt }
    return {
      header,
      /** Those that are there: before an upgrade some are not, yet. */
      tables: await tablesThere(reader),
      /** The rows of one, read as they are taken. */
      rowsOf: ({ table, columns }: Table): AsyncIterable<Value[]> => {
        const sql = `select ${columns.map((column) => `\`${column}\``).join(', ')} from \`${table}\``
        return reader.query({ sql, rowsAsArray: true }).stream({ highWaterMark: AHEAD })
      },
      close: () => reader.destroy(),
    }
  } catch (error) {
    reader.destroy()
    throw error
  } finally {
    holder.destroy()
  }
}

function open(url: string): Connection {
  const connection = createConnection(connectionOptions(url))
  // Whoever asks it something is told; without a listener it would end the process.
  connection.on('error', () => undefined)
  return connection
}

async function newestMigration(reader: Connection): Promise<number> {
  const [[row]] = await reader.promise().query<RowDataPacket[]>('select max(number) as newest from schema_migrations')
  return Number(row?.newest)
}

async function tablesThere(reader: Connection): Promise<Table[]> {
  const [rows] = await reader.promise().query<RowDataPacket[]>(
    `select table_name as name, column_name as \`column\` from information_schema.columns
     where table_schema = database() and table_name in (?) order by ordinal_position`,
    [Object.keys(keptTables)],
  )
  const columns = Map.groupBy(rows as { name: string; column: string }[], ({ name }) => name)
  return Object.keys(keptTables).flatMap((table) => {
    const own = columns.get(table)?.map(({ column }) => column)
    return own ? [{ table, columns: own }] : []
  })
}
