import type { Changes, Total } from '../../api.ts'
import type { Progress } from '../call.ts'
import { Refused } from '../refused.ts'
import type { ScopeQuery } from '../scope/scope.ts'
import type { Server } from '../server.ts'

/** What changed, and what the report came to before and after. */
export type Comparison = { changes: Changes; was: Total[]; is: Total[] }

/** Compares what `query` asks for with what the answer was at `since`. */
export async function compare(
  server: Pick<Server, 'spending' | 'changesBetween'>,
  { asOf, ...span }: ScopeQuery,
  since: string,
  abort: AbortSignal,
  tell?: (progress: Progress) => void,
): Promise<Comparison> {
  const until = asOf === undefined ? {} : { until: asOf }
  const changes = await server.changesBetween({ ...span, ...until, since }, abort, tell)
  // Of exactly the positions that the changes lie between: `now` may be later already.
  const [was, is] = await Promise.all(
    [changes.since, changes.until].map(({ position }) => server.spending({ ...span, asOf: `${position}` }, abort)),
  )
  return { changes, was: was?.totals ?? [], is: is?.totals ?? [] }
}

/** Whether `failure` says that the moment to compare with is not before the one that is shown. */
export function isTooLate(failure: unknown): boolean {
  return failure instanceof Refused && (failure.problem.errors?.some(({ path }) => path === 'until') ?? false)
}
