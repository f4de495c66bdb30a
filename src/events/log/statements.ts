import { escape } from 'mysql2'
import { instantToSqlTime, toSqlTime } from './instants.ts'
import { frontierBytes, isFrontierDue, type StoredNode } from './merkle/edge.ts'
import type { Accepted, HashedEvent, Head } from './place.ts'
import type { StoredClaim } from './plan.ts'
import type { Request } from './request.ts'

// The writer's connection is always in a transaction: what comes first begins it, and `commit` ends it.

/** What time it is in the database. */
export const lookAtClock = 'select utc_timestamp(6) as now'

/** How far behind the database's clock an instant may be when its append has the head, in seconds. */
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
    'select position, recorded_at, frontier from log_head where id = 1 for update',
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
    // A statement's time is that at which it began: only one that has nothing to wait for tells the time.
    lookAtClock,
  ].join(';')
}

/**
 * Moves the head from `from`, which fails (1048) if it is not there or the instant is stale, and inserts the rest.
 * `sysdate` is the time at which the row is written, `utc_timestamp` that at which the wait for it began. The last one commits.
 */
export function writeBatch(
  from: number,
  to: Head,
  events: readonly HashedEvent[],
  accepted: readonly Accepted[],
): string[] {
  const time = escape(toSqlTime(to.recordedAt))
  const { released, taken, passing } = claimsAfter(accepted)
  const remembered = accepted.flatMap(({ request, position }) => rememberedRow(request, position, time))
  return [
    `update log_head set recorded_at = if(${time} < sysdate(6) - interval ${LATEST} second, null, ${time}), ` +
      `position = if(position = ${from}, ${to.position}, null)${frontierOf(to)} where id = 1`,
    ...release(released),
    ...insert(
      'claims (kind, value, stream)',
      [...taken, ...passing].map(({ kind, value, stream }) => `(${escape(kind)}, x'${value}', ${escape(stream)})`),
    ),
    ...release(passing),
    ...insertEvents(events),
    ...insert(
      'commands (user_id, idempotency_key, request, outcome, command_id, stream, version, position, recorded_at)',
      remembered,
    ),
    ...insertNodes(to.edge.nodes),
    'commit',
  ]
}

/** Events as they are, wherever they were given their places. */
export function insertEvents(events: readonly HashedEvent[]): string[] {
  return insert(
    'events (position, stream, version, type, user_id, command_id, command_index, actor_id, recorded_at, data, metadata, hash)',
    events.map(eventRow),
  )
}

/**
 * What to delete and then to insert, so that claims are held as if the requests had been served one after the other. What
 * is only passing, taken and given up again, is inserted all the same and deleted then: nobody may hold it already.
 */
function claimsAfter(accepted: readonly Accepted[]) {
  const released = new Map<string, StoredClaim>()
  const taken = new Map<string, StoredClaim & { stream: string }>()
  const passing = new Map<string, StoredClaim & { stream: string }>()
  for (const { request } of accepted) {
    for (const claim of request.wanted.release) {
      const here = released.has(claim.key) ? undefined : taken.get(claim.key)
      if (here) passing.set(claim.key, here)
      else released.set(claim.key, claim)
      taken.delete(claim.key)
    }
    for (const { claim, stream } of request.wanted.take) {
      taken.set(claim.key, { ...claim, stream })
      passing.delete(claim.key)
    }
  }
  return { released: [...released.values()], taken: [...taken.values()], passing: [...passing.values()] }
}

function release(claims: readonly StoredClaim[]): string[] {
  return claims.length > 0 ? [`delete from claims where ${either(claims.map(isClaim))}`] : []
}

function eventRow(event: HashedEvent): string {
  // Everything but `data` and `metadata` is ASCII that the ledger made or checked itself.
  return (
    `(${event.position}, '${event.stream}', ${event.version}, '${event.type}', '${event.userId}', '${event.commandId}', ` +
    `${event.commandIndex}, ${event.actorId === null ? 'null' : `'${event.actorId}'`}, ` +
    `'${instantToSqlTime(event.recordedAt)}', ${quoted(event.data)}, ${quoted(event.metadata)}, x'${event.hash}')`
  )
}

/** JSON is full of double quotation marks, which `escape` would escape for nothing. */
function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`
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

function frontierOf({ edge }: Head): string {
  return isFrontierDue(edge) ? `, frontier = x'${frontierBytes(edge.frontier).toString('hex')}'` : ''
}

/**
 * A node that is there already has come from a tree that was made anew, and is the same; or somebody has rewritten the past,
 * which must not hold up those who append: no checkpoint is signed any more, and `ledger verify` says what is wrong.
 */
export function insertNodes(nodes: readonly StoredNode[]): string[] {
  const rows = nodes.map(({ level, index, hash }) => `(${level}, ${index}, x'${hash.toString('hex')}')`)
  return rows.length > 0 ? [`insert ignore into tree_nodes (level, place, hash) values ${rows.join(',')}`] : []
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
