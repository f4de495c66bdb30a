import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool, PoolConnection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'
import { Conflict, type Append, type Appended, type Guard, type Placed } from '../../../../src/events/log/append.ts'
import { fromSqlTime, instantToSqlTime, toInstant } from '../../../../src/events/log/instants.ts'
import { openKeys } from '../../../../src/events/log/keys.ts'
import { leafHash, type StoredEvent } from '../../../../src/events/log/leaf-hash.ts'
import { toRequest, type Request } from '../../../../src/events/log/request.ts'
import type { Flaw } from './flaw.ts'

const DUPLICATE = 1062
const INSERT = `insert into events (position, stream, version, type, user_id, command_id, command_index, actor_id,
  recorded_at, data, metadata, hash) values (?)`

/** A store as many write it: a transaction per append, one statement after the other. Knows streams only. */
export async function openPlainAppend(pool: Pool, flaw: Flaw) {
  const keys = await openKeys(pool)
  await pool.query('create table if not exists counter (id int not null primary key, n bigint not null)')
  await pool.query('insert ignore into counter (id, n) values (1, 0)')

  return async function append(asked: Append): Promise<Appended> {
    const request = await toRequest(asked, keys)
    if (flaw === 'version checked by reading') await expectVersions(pool, asked.guards)
    const early = flaw === 'position taken early' ? await takePositions(pool, request.events.length) : undefined
    const connection = await pool.getConnection()
    try {
      await connection.query('start transaction')
      const head = early ?? (await lockHead(connection))
      if (flaw !== 'version checked by reading') await expectVersions(connection, asked.guards)
      const placed = await insert(connection, request, head, flaw)
      await connection.query(flaw === 'answered before commit' && Math.random() < 0.05 ? 'rollback' : 'commit')
      return placed
    } catch (error) {
      await connection.query('rollback')
      throw (error as { errno?: number }).errno === DUPLICATE ? new Conflict('version') : error
    } finally {
      connection.release()
    }
  }
}

/** As AUTO_INCREMENT does, outside of the transaction; and then there is other work to do before it commits. */
async function takePositions(pool: Pool, count: number): Promise<number> {
  const [{ insertId }] = await pool.query<ResultSetHeader>('update counter set n = last_insert_id(n + ?)', [count])
  await sleep(Math.random() * 10)
  return insertId - count
}

async function lockHead(connection: PoolConnection): Promise<number> {
  const [rows] = await connection.query<RowDataPacket[]>('select position from log_head for update')
  return Number(rows[0]?.position)
}

async function expectVersions(connection: Pool | PoolConnection, guards: readonly Guard[]): Promise<void> {
  for (const guard of guards) {
    if (!('stream' in guard)) throw new Error('The plain store knows streams only')
    if ((await versionOf(connection, guard.stream)) !== guard.version) throw new Conflict(guard.stream)
  }
}

async function versionOf(connection: Pool | PoolConnection, stream: string): Promise<number> {
  const [rows] = await connection.query<RowDataPacket[]>('select count(*) as count from events where stream = ?', [
    stream,
  ])
  return Number(rows[0]?.count)
}

/** After position `head`, each event on top of its stream. */
async function insert(
  connection: PoolConnection,
  { events, commandId, actorId }: Request,
  head: number,
  flaw: Flaw,
): Promise<Appended> {
  const placed: Placed[] = []
  for (const [commandIndex, event] of events.entries()) {
    const version = (await versionOf(connection, event.stream)) + 1
    const recordedAt = await now(connection, flaw)
    const place = { position: head + commandIndex + 1, stream: event.stream, version, recordedAt }
    await connection.query(INSERT, [rowOf({ ...event, ...place, commandId, commandIndex, actorId })])
    placed.push(place)
  }
  const position = head + events.length
  await connection.query('update log_head set position = greatest(position, ?), recorded_at = utc_timestamp(6)', [
    position,
  ])
  return { position, events: placed }
}

function rowOf(event: StoredEvent): unknown[] {
  const { position, stream, version, type, userId, commandId, commandIndex, actorId, data, metadata } = event
  const [recordedAt, hash] = [instantToSqlTime(event.recordedAt), Buffer.from(leafHash(event), 'hex')]
  return [position, stream, version, type, userId, commandId, commandIndex, actorId, recordedAt, data, metadata, hash]
}

/** The database's clock, which here and there is behind. */
async function now(connection: PoolConnection, flaw: Flaw) {
  const [rows] = await connection.query<RowDataPacket[]>('select utc_timestamp(6) as now')
  const behind = flaw === 'clock goes backwards' && Math.random() < 0.05 ? 1_000_000 : 0
  return toInstant(fromSqlTime(rows[0]?.now as string) - behind)
}
