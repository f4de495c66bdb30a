import { escape } from 'mysql2'
import { instantToSqlTime, toSqlTime } from './instants.ts'
import type { Accepted, HashedEvent, Head } from './place.ts'
import type { StoredClaim } from './plan.ts'
import type { Request } from './request.ts'

/** How far behind the database's clock an instant may be when its append arrives, in seconds. */
const LATEST = 3

/** Takes the head and reads what settles every request of a batch; READ COMMITTED, so all of it as of the lock. */
export function lookAtHead(batch: readonly Request[]): string {
  const streams = unique(batch.flatMap(({ wanted }) => wanted.guards.flatMap((g) => ('stream' in g ? [g.stream] : []))))
  const claims = batch.flatMap(({ wanted }) => [
    ...wanted.guards.flatMap((guard) => ('claim' in guard ? [guard.claim] : [])),
    ...wanted.take.map((taken) => taken.claim),
  ])
  const kinds = unique(
    batch.flatMap(({ wanted }) => wanted.guards.flatMap((g) => ('others' in g ? [g.others.kind] : []))),
  )
  const keys = batch.flatMap(({ remember }) => (remember ? [remember] : []))
  return [
    'start transaction',
    'select position, recorded_at, utc_timestamp(6) as now from log_head where id = 1 for update',
    select('stream, max(version) as version from events', anyOf('stream', streams), 'group by stream'),
    select('kind, hex(value) as value, stream from claims', either([...claims.map(isClaim), anyOf('kind', kinds)])),
    select(
      'user_id, idempotency_key, command_id, position from commands',
      either(keys.map(({ userId, key }) => `(user_id = ${escape(userId)} and idempotency_key = ${bytes(key)})`)),
    ),
    select(
      'command_id, position, stream, version, recorded_at from events',
      anyOf('command_id', unique(batch.map(({ commandId }) => commandId))),
      'order by position',
    ),
  ].join(';')
}

/** Moves the head from `from`, which fails (1048) if it is not there or the instant is stale, and inserts the rest. */
export function writeBatch(
  from: number,
  to: Head,
  events: readonly HashedEvent[],
  accepted: readonly Accepted[],
): string {
  const time = escape(toSqlTime(to.recordedAt))
  const { released, taken } = claimsAfter(accepted)
  const remembered = accepted.flatMap(({ request, position }) => rememberedRow(request, position, time))
  return [
    `update log_head set recorded_at = if(${time} < utc_timestamp(6) - interval ${LATEST} second, null, ${time}), ` +
      `position = if(position = ${from}, ${to.position}, null) where id = 1`,
    ...(released.length > 0 ? [`delete from claims where ${either(released.map(isClaim))}`] : []),
    ...insert(
      'claims (kind, value, stream)',
      taken.map(({ kind, value, stream }) => `(${escape(kind)}, x'${value}', ${escape(stream)})`),
    ),
    ...insert(
      'events (position, stream, version, type, user_id, command_id, command_index, actor_id, recorded_at, data, metadata, hash)',
      events.map(eventRow),
    ),
    ...insert(
      'commands (user_id, idempotency_key, request, outcome, command_id, stream, version, position, recorded_at)',
      remembered,
    ),
    'commit',
    'select utc_timestamp(6) as now',
  ].join(';')
}

/** What to delete and then to insert, so that claims are held as if the requests had been served one after the other. */
function claimsAfter(accepted: readonly Accepted[]) {
  const released = new Map<string, StoredClaim>()
  const taken = new Map<string, StoredClaim & { stream: string }>()
  for (const { request } of accepted) {
    for (const claim of request.wanted.release) {
      released.set(claim.key, claim)
      taken.delete(claim.key)
    }
    for (const { claim, stream } of request.wanted.take) taken.set(claim.key, { ...claim, stream })
  }
  return { released: [...released.values()], taken: [...taken.values()] }
}

function eventRow(event: HashedEvent): string {
  // Everything but `data` and `metadata` is ASCII that the ledger made or checked itself.
  return (
    `(${event.position}, '${event.stream}', ${event.version}, '${event.type}', '${event.userId}', '${event.commandId}', ` +
    `${event.commandIndex}, ${event.actorId === null ? 'null' : `'${event.actorId}'`}, ` +
    `'${instantToSqlTime(event.recordedAt)}', ${escape(event.data)}, ${escape(event.metadata)}, x'${event.hash}')`
  )
}

function rememberedRow({ remember, commandId }: Request, position: number, time: string): string[] {
  if (!remember) return []
  const { userId, key, request, outcome, stream, version } = remember
  return [
    `(${escape(userId)}, ${bytes(key)}, ${escape(request)}, ${outcome}, ${escape(commandId)}, ${escape(stream)}, ` +
      `${version}, ${position}, ${time})`,
  ]
}

function insert(into: string, rows: readonly string[]): string[] {
  return rows.length > 0 ? [`insert into ${into} values ${rows.join(',')}`] : []
}

/** A select of nothing where there is nothing to ask, so that answers keep their places. */
function select(what: string, condition: string, rest = ''): string {
  return condition ? `select ${what} where ${condition} ${rest}` : 'select 1 from dual where false'
}

function anyOf(column: string, values: readonly string[]): string {
  return values.length > 0 ? `${column} in (${values.map((value) => escape(value)).join(',')})` : ''
}

function either(conditions: readonly string[]): string {
  return conditions.filter(Boolean).join(' or ')
}

function isClaim(claim: StoredClaim): string {
  return `(kind = ${escape(claim.kind)} and value = x'${claim.value}')`
}

function bytes(text: string): string {
  return `x'${Buffer.from(text).toString('hex')}'`
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)]
}
