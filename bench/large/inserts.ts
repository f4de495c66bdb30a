import { createConnection } from 'mysql2'
import { connectionOptions } from '../../src/events/log/connect.ts'
import { projectionNames } from '../../src/projections/projections.ts'
import { millisecondsOf } from '../measure.ts'

const AT_ONCE = 1_000

/** Seconds that plain multi-row INSERTs take for the rows of every projection, into tables like theirs; reading not counted. */
export async function insertRows(url: string): Promise<number> {
  const connection = createConnection({ ...connectionOptions(url) })
  const writing = connection.promise()
  let took = 0
  try {
    for (const name of projectionNames) {
      await writing.query(`drop table if exists ${name}_plain`)
      await writing.query(`create table ${name}_plain like ${name}`)
      for await (const rows of portionsOf(url, name)) {
        took += await millisecondsOf(() => writing.query(`insert into ${name}_plain values ?`, [rows]))
      }
      await writing.query(`drop table ${name}_plain`)
    }
    return took / 1000
  } finally {
    await writing.end()
  }
}

/** In the order of the primary key, which suits inserting best. Nothing is read ahead of what is asked for. */
async function* portionsOf(url: string, name: string): AsyncGenerator<unknown[][]> {
  const connection = createConnection({ ...connectionOptions(url) })
  const rows = connection.query({ sql: `select * from ${name}`, rowsAsArray: true }).stream({ highWaterMark: AT_ONCE })
  try {
    let portion: unknown[][] = []
    for await (const row of rows as AsyncIterable<unknown[]>) {
      if (portion.push(row) < AT_ONCE) continue
      yield portion
      portion = []
    }
    if (portion.length > 0) yield portion
  } finally {
    await connection.promise().end()
  }
}
