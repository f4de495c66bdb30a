import { Histogram, type Registry } from 'prom-client'
import type { Batch } from '../../../events/log/committer.ts'

const SIZES = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000]

/** What each commit of the log's writer came to. */
export function countAppends(registry: Registry): (batch: Batch) => void {
  const histogram = (name: string, help: string, buckets: number[]) => {
    return new Histogram({ name: `ledger_append_${name}`, help, labelNames: ['way'], buckets, registers: [registry] })
  }
  const seconds = histogram(
    'seconds',
    'Commits, from the first statement to the answer of the last',
    [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
  )
  const requests = histogram('batch_requests', 'Requests that shared a commit', SIZES)
  const events = histogram('batch_events', 'Events in a commit', SIZES)
  return (batch) => {
    const way = { way: batch.way === 'careful' ? 'careful' : 'one_trip' }
    seconds.observe(way, batch.seconds)
    requests.observe(way, batch.requests)
    events.observe(way, batch.events)
  }
}
