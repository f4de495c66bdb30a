import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { TooLarge } from './append.ts'
import { connectionOptions, expectAnswer, expectNothing, sessionSettings } from './connect.ts'
import { isLost, isReadOnly } from './faults.ts'

/**
 * Nobody waits long for the head: five seconds for somebody else's transaction, and a transaction whose process was never heard
 * of again ends after four (its machine lost power, or the network between the trips of the careful way). MariaDB has a limit for
 * idle transactions; MySQL has one for idle connections, so there the writer's is opened again after each longer pause.
 */
const settings = [
  ...sessionSettings,
  'set session innodb_lock_wait_timeout = 5 /*M! , idle_transaction_timeout = 4 */ /*!80000 , wait_timeout = 30 */',
  // Always in a transaction, which saves the statement that begins it. Literals are taken as bytes, and looked through once.
  'set session autocommit = 0, collation_connection = binary',
  `show variables like 'wsrep_on'`,
  'select @@max_allowed_packet as mostBytes',
].join(';')

/** Milliseconds for which the server may say nothing: more than it waits for a lock. */
const SILENCE = 6_000

/** `isNode`: of a cluster. */
type Opened = { connection: Connection; mostBytes: number; isNode: boolean }

/** The writer's only connection, opened when needed and again after it was lost. */
export function writersConnection(url: string) {
  let current: Opened | undefined

  async function open(): Promise<Opened> {
    if (current) return current
    const connection = await createConnection({
      ...connectionOptions(url),
      multipleStatements: true,
      // The writer's statements come complete: no need to go through hundreds of kilobytes for placeholders.
      queryFormat: (sql: string) => sql,
    })
    const forget = () => {
      if (current?.connection === connection) current = undefined
    }
    // Lost while nothing was asked; without a listener for errors that would end the process.
    connection.on('error', forget).on('end', forget)
    try {
      const answers = await ask(connection, settings)
      const [cluster, limits] = answers.slice(-2)
      const isNode = cluster?.[0]?.Value === 'ON'
      const opened = { connection, mostBytes: Number(limits?.[0]?.mostBytes), isNode }
      current = opened
      return opened
    } catch (error) {
      connection.destroy()
      throw error
    }
  }

  function letGo(): void {
    current?.connection.destroy()
    current = undefined
  }

  return {
    /** The rows of each statement of `sql`; a statement without rows has an empty list. */
    query: async (sql: string): Promise<RowDataPacket[][]> => askWhatFits(await open(), sql),
    /**
     * The same for statements that change something, in one trip. Not on a node of a cluster: if it takes a transaction back
     * between two statements of one text, it carries out the rest as another transaction, and half a batch is committed.
     */
    async write(statements: readonly string[]): Promise<RowDataPacket[][]> {
      const opened = await open()
      if (!opened.isNode) return askWhatFits(opened, statements.join(';'))
      const answers = []
      // All by one connection: on another one the rest would again be half a batch.
      for (const statement of statements) answers.push(...(await askWhatFits(opened, statement)))
      return answers
    },
    async rollback(): Promise<void> {
      await ask((await open()).connection, 'rollback')
    },
    /** After any error: ends the transaction, which some errors leave open, or lets the connection go. */
    async reset(error: unknown): Promise<void> {
      if (!current || isLost(error) || isReadOnly(error)) return letGo()
      await ask(current.connection, 'rollback').catch(letGo)
    },
    async close(): Promise<void> {
      await current?.connection.end().catch(() => undefined)
      current = undefined
    },
  }
}

/** The server would hang up on what is larger, which looks like a fault that passes. */
async function askWhatFits({ connection, mostBytes }: Opened, sql: string): Promise<RowDataPacket[][]> {
  if (sql.length * 3 >= mostBytes && Buffer.byteLength(sql) >= mostBytes) throw new TooLarge(mostBytes)
  return ask(connection, sql)
}

async function ask(connection: Connection, sql: string): Promise<RowDataPacket[][]> {
  expectAnswer(connection, SILENCE)
  try {
    const [answer, fields] = await connection.query(sql)
    const answers = isOfSeveral(fields) ? (answer as unknown[]) : [answer]
    return answers.map((rows) => (Array.isArray(rows) ? (rows as RowDataPacket[]) : []))
  } finally {
    expectNothing(connection)
  }
}

/** Of several statements each has its own list of fields, or none; a single one has the fields themselves. */
function isOfSeveral(fields: unknown): boolean {
  return Array.isArray(fields) && fields.every((field) => field === undefined || Array.isArray(field))
}
