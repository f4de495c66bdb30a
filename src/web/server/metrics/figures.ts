import { Counter, Gauge, Registry } from 'prom-client'
import type { Audit } from '../health/auditing.ts'
import type { Follower, Look } from '../health/look.ts'
import { reasonsOf } from '../health/reasons.ts'

/** Connections of a pool: those somebody works on, those that wait for work, and the callers that wait for one. */
export type PoolUse = { used: number; free: number; waiting: number }
type NamedPool = { pool: string } & PoolUse

type Seen = NonNullable<Look['seen']>
type Values = readonly (readonly [labels: Record<string, string>, value: number])[]

/** `look` as figures, made anew each time: what was not seen has none, since an old figure would look like a new one. */
export function figuresOf(look: Look, pools: readonly NamedPool[]): Registry {
  const registry = new Registry()
  const add: Add = (Kind, name, help, values) => {
    if (values.length === 0) return
    const metric = new Kind({
      name: `ledger_${name}`,
      help,
      labelNames: Object.keys(values[0]?.[0] ?? {}),
      registers: [registry],
    })
    for (const [labels, value] of values) metric.inc(labels, value)
  }
  const { seen, audit, followers } = look
  add(Gauge, 'ready', '1 if /readyz answers 200', [[{}, reasonsOf(look).length === 0 ? 1 : 0]])
  add(Gauge, 'database_up', '1 if the database answers', [[{}, seen ? 1 : 0]])
  if (seen) addLog(add, seen)
  if (audit) addAudit(add, audit)
  addFollowers(add, followers)
  addPools(add, pools)
  return registry
}

type Add = (Kind: typeof Gauge<string> | typeof Counter<string>, name: string, help: string, values: Values) => void

function addLog(add: Add, { head, last, projections }: Seen): void {
  add(Gauge, 'log_head_position', 'Position of the head of the log', [[{}, head]])
  add(Gauge, 'log_last_position', 'Position of the last event of the log', [[{}, last]])
  const each = (value: (status: Seen['projections'][number]) => number): Values => {
    return projections.map((status) => [{ projection: status.name }, value(status)])
  }
  add(
    Gauge,
    'projection_position',
    'Position up to which the log has been looked at',
    each(({ position }) => position),
  )
  add(
    Gauge,
    'projection_lag_events',
    'Events that have not been looked at',
    each(({ lag }) => lag),
  )
  add(
    Gauge,
    'projection_lag_seconds',
    'Age of the oldest of these events',
    each(({ lagSeconds }) => lagSeconds),
  )
  add(
    Gauge,
    'projection_applied_events',
    'Events applied since the table was begun',
    each(({ applied }) => applied),
  )
  add(
    Gauge,
    'projection_live',
    '0 if it has stopped or another release keeps it',
    each(({ state }) => (state === 'live' ? 1 : 0)),
  )
  const rebuilds = projections.flatMap(({ name, rebuild }) => (rebuild ? [{ name, ...rebuild }] : []))
  add(
    Gauge,
    'projection_rebuild_ratio',
    'How much of a table that is being built is done, 0 to 1',
    rebuilds.map(({ name, position, of }) => [{ projection: name }, of === 0 ? 1 : position / of]),
  )
}

function addAudit(add: Add, { counted, projections }: Audit): void {
  add(Gauge, 'log_counted_position', 'Position up to which events have been counted', [[{}, counted.position]])
  const gone = counted.position - counted.events
  add(Gauge, 'log_missing_events', 'Positions up to there that have no event', [[{}, gone]])
  add(
    Gauge,
    'projection_missing_events',
    'Events that it should have applied and has not; below zero: too many',
    [...projections].map(([projection, { expected, applied }]) => [{ projection }, expected - applied]),
  )
}

function addFollowers(add: Add, followers: readonly Follower[]): void {
  const each = (value: (follower: Follower) => number): Values => {
    return followers.map((follower) => [{ projection: follower.name }, value(follower)])
  }
  add(
    Gauge,
    'follower_idle_seconds',
    'Seconds since this process last looked after it',
    each(({ lookedAgo }) => lookedAgo),
  )
  add(
    Counter,
    'follower_events_total',
    'Events applied by this process',
    each(({ events }) => events),
  )
  add(
    Counter,
    'follower_rows_total',
    'Rows written by this process',
    each(({ rows }) => rows),
  )
  add(
    Counter,
    'follower_steps_total',
    'Transactions of this process that applied events',
    each(({ steps }) => steps),
  )
}

function addPools(add: Add, pools: readonly NamedPool[]): void {
  const each = (value: (use: PoolUse) => number): Values => pools.map((use) => [{ pool: use.pool }, value(use)])
  add(
    Gauge,
    'pool_used_connections',
    'Connections that somebody works on',
    each(({ used }) => used),
  )
  add(
    Gauge,
    'pool_free_connections',
    'Connections that wait for work',
    each(({ free }) => free),
  )
  add(
    Gauge,
    'pool_waiting',
    'Callers that wait for a connection',
    each(({ waiting }) => waiting),
  )
}
