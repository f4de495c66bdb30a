import type { Connection } from 'mysql2'
import {
  BaseError,
  ConnectionError,
  QueryTypes,
  Sequelize,
  TimeoutError,
  type IndexesOptions,
  type Model,
  type ModelAttributes,
} from 'sequelize'
import * as z from 'zod'
import { connectionOptions, sessionSettings } from '../events/log/connect.ts'
import { isPassing as passesAtTheLog } from '../events/log/writers-connection.ts'
import type { Columns } from './columns.ts'

/** Each projection takes one while it applies events; the rest is for queries. */
const CONNECTIONS = 10
/** Milliseconds to wait for one that is free. */
const LONGEST_WAIT = 5_000

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
    },
  })
}

/** The model of a table; attributes in camel case are columns in snake case. */
export function defineTable<R extends object>(
  sequelize: Sequelize,
  name: string,
  columns: Columns,
  indexes: IndexesOptions[] = [],
) {
  // Sequelize writes into what it is given, and columns of the same kind share their description.
  const own = Object.fromEntries(Object.entries(columns).map(([attribute, column]) => [attribute, { ...column }]))
  const text = { charset: 'utf8mb4', collate: 'utf8mb4_bin' }
  return sequelize.define<Model<R>>(name, own as ModelAttributes<Model<R>, R>, {
    tableName: name,
    timestamps: false,
    underscored: true,
    ...text,
    indexes,
  })
}

/** The rows that `sql` finds, each as `schema` says. */
export async function select<T>(
  sequelize: Sequelize,
  schema: z.ZodType<T>,
  sql: string,
  replacements: Record<string, unknown> = {},
): Promise<T[]> {
  return z.array(schema).parse(await sequelize.query(sql, { type: QueryTypes.SELECT, replacements }))
}

/** A fault of the database that passes, as Sequelize wraps it or not. */
export function isPassing(error: unknown): boolean {
  if (error instanceof ConnectionError || error instanceof TimeoutError) return true
  return passesAtTheLog(error instanceof BaseError && 'original' in error ? error.original : error)
}
