import { Instant } from '../../../events/calendar.ts'
import type { Log } from '../../../events/log/log.ts'
import { invalid } from './problems.ts'

/**
 * The position that `asOf` stands for, as `AsOf` lets it through: of an instant, that of the last event recorded by then.
 * Throws 422 for a position that the log has not come to; `path` names it.
 */
export async function resolveAsOf(log: Pick<Log, 'head' | 'positionAt'>, asOf: string, path = 'asOf'): Promise<number> {
  if (!/^\d+$/.test(asOf)) return log.positionAt(instantOf(asOf))
  const { position: head } = await log.head()
  if (Number(asOf) <= head) return Number(asOf)
  throw invalid([{ path, message: `Expected a position from 0 to ${head}: the log has not come any further` }])
}

/** With all six decimals, so that instants compare as texts. */
function instantOf(text: string): Instant {
  return Instant.parse(`${text.slice(0, 19)}.${text.slice(20, -1).padEnd(6, '0')}Z`)
}
