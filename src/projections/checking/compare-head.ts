import type { Sequelize } from 'sequelize'
import * as z from 'zod'
import { select } from '../tables/database.ts'
import type { Difference } from './differences.ts'

const Head = z.strictObject({ position: z.coerce.number() })
const Counted = z.strictObject({ newest: z.coerce.number(), events: z.coerce.number() })

/** Where the head of the log is not the position of the last event, or not the count of the events up to there. */
export async function compareHead(sequelize: Sequelize): Promise<Difference[]> {
  // One after the other, as somebody may append meanwhile, and a single statement may miss what was committed just now.
  const before = await headOf(sequelize)
  const sql = 'select coalesce(max(position), 0) as newest, coalesce(sum(position <= :before), 0) as events from events'
  const [counted] = await select(sequelize, Counted, sql, { before })
  const after = await headOf(sequelize)
  const { newest, events } = counted as z.infer<typeof Counted>
  const about = { projection: 'log_head', key: 'position', actual: before }
  return [
    ...(newest >= before && newest <= after ? [] : [{ ...about, field: 'last event', expected: newest }]),
    ...(events === before ? [] : [{ ...about, field: 'count of events', expected: events }]),
  ]
}

async function headOf(sequelize: Sequelize): Promise<number> {
  const [head] = await select(sequelize, Head, 'select position from log_head where id = 1')
  return head?.position ?? 0
}
