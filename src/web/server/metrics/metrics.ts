import type { RequestHandler } from 'express'
import { collectDefaultMetrics, Registry } from 'prom-client'
import type { Batch } from '../../../events/log/committer.ts'
import type { Look } from '../health/look.ts'
import { countAppends } from './appends.ts'
import { figuresOf, type PoolUse } from './figures.ts'
import { countRequests } from './requests.ts'

export type { PoolUse } from './figures.ts'

export type Metrics = {
  /** To be told of every commit of the log's writer. */
  onBatch: (batch: Batch) => void
  /** To be passed by every request. */
  onRequest: RequestHandler
  /** From now on `use` is asked how many connections are in use for `name`. */
  addPool: (name: string, use: () => PoolUse) => void
  /** All figures, `look` among them, in the text form of Prometheus. */
  text: (look: Look) => Promise<string>
}

/** What this process counts from its start, its memory and its event loop among it. */
export function openMetrics(): Metrics {
  const counted = new Registry()
  const pools = new Map<string, () => PoolUse>()
  collectDefaultMetrics({ register: counted })
  return {
    onBatch: countAppends(counted),
    onRequest: countRequests(counted),
    addPool: (name, use) => void pools.set(name, use),
    async text(look) {
      const uses = [...pools].map(([pool, use]) => ({ pool, ...use() }))
      return (await figuresOf(look, uses).metrics()) + (await counted.metrics())
    },
  }
}
