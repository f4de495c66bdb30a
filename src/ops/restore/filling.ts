import type { Connection } from 'mysql2/promise'
import { isPassing } from '../../events/log/faults.ts'
import { insertEvents } from '../../events/log/statements.ts'
import type { EventLine } from '../audit/event-line.ts'
import { keptTables } from '../backup/kept-tables.ts'
import type { Table, Value } from '../backup/lines.ts'
import { Altered } from '../backup/altered.ts'

/** One statement takes no more than this many rows, nor many more bytes: any server's `max_allowed_packet` holds them. */
const MOST_ROWS = 1_000
const MOST_BYTES = 1_000_000

export type Filling = ReturnType<typeof openFilling>

/** Writes what is restored, in portions. What is kept of somebody on the list of the `erased` is left out. */
export function openFilling(connection: Connection, erased: ReadonlySet<string>) {
  let table: Table | undefined
  let rows: Value[][] = []
  let events: EventLine[] = []
  let bytes = 0

  async function begin(next: Table): Promise<void> {
    await flush()
    if (!(next.table in keptTables)) throw new Altered(`it has a table ${next.table}, which no backup has`)
    table = next
  }

  async function row(values: Value[]): Promise<void> {
    if (table?.columns.length !== values.length) throw new Altered('it has a row that fits no table')
    const { user } = keptTables[table.table] ?? {}
    if (table.table !== 'erasures' && user && erased.has(String(values[table.columns.indexOf(user)]))) return
    rows.push(values)
    bytes += values.reduce<number>((sum, value) => sum + sizeOf(value), 0)
    if (rows.length >= MOST_ROWS || bytes > MOST_BYTES) await flush()
  }

  async function event(line: EventLine): Promise<void> {
    events.push(line)
    bytes += line.data.length
    if (events.length >= MOST_ROWS || bytes > MOST_BYTES) await flush()
  }

  async function flush(): Promise<void> {
    if (table && rows.length > 0) await insertRows(connection, table, rows)
    rows = []
    for (const statement of insertEvents(events)) await connection.query(statement)
    events = []
    bytes = 0
  }

  return { begin, row, event, flush }
}

const sizeOf = (value: Value) => (typeof value === 'object' ? (value?.length ?? 0) : String(value).length)

async function insertRows(connection: Connection, { table, columns }: Table, rows: Value[][]): Promise<void> {
  try {
    await connection.query('insert into ?? (??) values ?', [table, columns, rows])
  } catch (error) {
    if (isPassing(error)) throw error
    throw new Altered(`it has rows that the table ${table} does not take`, { cause: error })
  }
}
