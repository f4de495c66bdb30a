import type { Sequelize } from 'sequelize'
import * as z from 'zod'
import { select } from '../tables/database.ts'
import type { Difference } from './differences.ts'

const Counted = z.strictObject({ head: z.coerce.number(), newest: z.coerce.number(), events: z.coerce.number() })

/** Where the head of the log is not the position of the last event and the count of events. */
export async function compareHead(sequelize: Sequelize): Promise<Difference[]> {
  const sql = `select h.position as head, (select coalesce(max(position), 0) from events) as newest,
    (select count(*) from events) as events from log_head h where h.id = 1`
  const counted = await select(sequelize, Counted, sql)
  return counted.flatMap(({ head, newest, events }) => {
    const about = { projection: 'log_head', key: 'position', actual: head }
    return [
      ...(newest === head ? [] : [{ ...about, field: 'last event', expected: newest }]),
      ...(events === head ? [] : [{ ...about, field: 'count of events', expected: events }]),
    ]
  })
}
