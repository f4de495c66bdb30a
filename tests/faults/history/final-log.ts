import type { Connection, Pool, RowDataPacket } from 'mysql2/promise'
import type { FinalLog } from './history.ts'

const INSTANT = `concat(replace(recorded_at, ' ', 'T'), 'Z') as recordedAt`

const EVENTS = `select position, cast(stream as char) as stream, version, cast(type as char) as type,
  cast(user_id as char) as userId, cast(command_id as char) as commandId, command_index as commandIndex,
  cast(actor_id as char) as actorId, ${INSTANT}, data, metadata, lower(hex(hash)) as hash
  from events order by position`

const REMEMBERED = `select concat(user_id, ' ', idempotency_key) as \`key\`, lower(hex(request)) as request, outcome,
  cast(command_id as char) as commandId, cast(stream as char) as stream, version, position from commands`

/** The tables as they are, by plain SQL. */
export async function readFinalLog(database: Pool | Connection): Promise<FinalLog> {
  async function rows<R>(sql: string): Promise<R[]> {
    const [found] = await database.query<RowDataPacket[]>(sql)
    return found as R[]
  }
  const [head] = await rows<FinalLog['head']>(`select position, ${INSTANT} from log_head`)
  return {
    head: head ?? { position: Number.NaN, recordedAt: '' },
    events: await rows(EVENTS),
    claims: await rows('select cast(kind as char) as kind, cast(stream as char) as stream from claims'),
    remembered: (await rows<FinalLog['remembered'][number]>(REMEMBERED)).map((row) => ({
      ...row,
      key: String(row.key),
    })),
  }
}
