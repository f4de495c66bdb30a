import type { Connection } from 'mysql2'
import {
  BaseError,
  ConnectionError,
  QueryTypes,
  Sequelize,
  TimeoutError,
  Transaction,
  type Model,
  type ModelAttributes,
} from 'sequelize'
import * as z from 'zod'
import { connectionOptions, expectAnswer, expectNothing, sessionSettings } from '../../events/log/connect.ts'
import { isPassing as passesAtTheLog } from '../../events/log/faults.ts'
import type { Columns } from './columns.ts'
import type { Index } from '../projection.ts'

/** Each projection takes one while it applies events; the rest is for queries. */
const CONNECTIONS = 10
/** Milliseconds to wait for one that is free. */
const LONGEST_WAIT = 5_000
/** Milliseconds that one statement of a step may take. Somebody waits for a query; for a step there is the next one. */
const LONGEST_STATEMENT = 60_000

/** Sequelize on the ledger's database, each connection under the same rules as all others of the ledger. */
export function openSequelize(url: string): Sequelize {
  // The part after `?` (a socket, TLS) is mysql2's to read; Sequelize would hand it on as mere text.
  const withoutOptions = new URL(url)
  withoutOptions.search = ''
  return new Sequelize(withoutOptions.href, {
    dialectOptions: {
      ...connectionOptions(url),
      // Sequelize's own would turn instants into Dates, which have no microseconds.
      typeCast: true,
      // Sequelize has put in all values already: no need to go through megabytes for placeholders.
      queryFormat: (sql: string) => sql,
    },
    timezone: '+00:00',
    logging: false,
    pool: { max: CONNECTIONS, acquire: LONGEST_WAIT, idle: 60_000 },
    hooks: {
      afterConnect: async (connection) => {
        for (const setting of sessionSettings) await (connection as Connection).promise().query(setting)
      },
      // An index over millions of rows takes its time: what is neither a query nor in a transaction has no limit.
      beforeQuery: ({ type, transaction }, { connection }) => {
        if (transaction && !isSnapshot(transaction)) expectAnswer(connection, LONGEST_STATEMENT)
        else if (transaction || type === QueryTypes.SELECT) expectAnswer(connection)
      },
      afterQuery: (_options, { connection }) => expectNothing(connection),
    },
  })
}

/** The model of a table; attributes in camel case are columns in snake case. */
export function defineTable<R extends object>(
  sequelize: Sequelize,
  name: string,
  columns: Columns,
  indexes: readonly Index[] = [],
) {
  // Sequelize writes into what it is given, and columns of the same kind share their description.
  const own = Object.fromEntries(Object.entries(columns).map(([attribute, column]) => [attribute, { ...column }]))
  const text = { charset: 'utf8mb4', collate: 'utf8mb4_bin' }
  return sequelize.define<Model<R>>(name, own as ModelAttributes<Model<R>, R>, {
    tableName: name,
    timestamps: false,
    underscored: true,
    ...text,
    indexes: [...indexes],
  })
}

/** The rows that `sql` finds, each as `schema` says. */
export async function select<T>(
  sequelize: Sequelize,
  schema: z.ZodType<T>,
  sql: string,
  replacements: Record<string, unknown> = {},
  transaction?: Transaction,
): Promise<T[]> {
  const options = { type: QueryTypes.SELECT, replacements, ...(transaction && { transaction }) } as const
  return z.array(schema).parse(await sequelize.query(sql, options))
}

/** Asks the database: `select`, with its first and last arguments settled. */
export type Select = <T>(schema: z.ZodType<T>, sql: string, replacements?: Record<string, unknown>) => Promise<T[]>

export function selectOn(sequelize: Sequelize, transaction?: Transaction): Select {
  return (schema, sql, replacements) => select(sequelize, schema, sql, replacements, transaction)
}

/** What `read` finds as of one moment, whatever is written meanwhile. */
export async function inSnapshot<T>(sequelize: Sequelize, read: (select: Select) => Promise<T>): Promise<T> {
  const options = { isolationLevel: Transaction.ISOLATION_LEVELS.REPEATABLE_READ, readOnly: true }
  const look = () => sequelize.transaction(options, (transaction) => read(selectOn(sequelize, transaction)))
  try {
    return await look()
  } catch (error) {
    // A table was being swapped in: it and this one waited for each other.
    if (!isHeldUp(error)) throw error
    return await look()
  }
}

/** Sequelize's types do not show what a transaction was begun with; what it asks a server's version in was begun with nothing. */
function isSnapshot(transaction: Transaction): boolean {
  return (transaction as unknown as { options?: { readOnly: boolean } }).options?.readOnly === true
}

/** A fault of the database that passes, as Sequelize wraps it or not. */
export function isPassing(error: unknown): boolean {
  if (error instanceof ConnectionError || error instanceof TimeoutError) return true
  return passesAtTheLog(error instanceof BaseError && 'original' in error ? error.original : error)
}

/** What was asked for is a table that is not there. */
export function isMissingTable(error: unknown): boolean {
  return numberOf(error) === 1146
}

/** What was asked for is a column that is not there: the table is still of an older version. */
export function isMissingColumn(error: unknown): boolean {
  return numberOf(error) === 1054
}

/** A lock was waited for in vain: it was kept for too long, or two waited for each other. */
export function isHeldUp(error: unknown): boolean {
  return [1205, 1213].includes(numberOf(error) ?? 0)
}

/** Of two that changed the same rows at once, perhaps on different servers of a cluster, this one was taken back. */
export function isTakenBack(error: unknown): boolean {
  return numberOf(error) === 1213
}

function numberOf(error: unknown): number | undefined {
  const { errno } = (error instanceof BaseError && 'original' in error ? error.original : error) as { errno?: number }
  return errno
}
