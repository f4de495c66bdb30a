import { defer, first, ignoreElements, repeat, retry, type Observable } from 'rxjs'
import type { Aside } from './aside.ts'
import type { Places } from '../tables/parts.ts'
import type { ProjectionName } from '../projections.ts'

/** Milliseconds until it is looked again what has become of a table of an older version. */
const PAUSE = 1_000

/**
 * Has a table of an older version replaced, if that is what there is: of several processes one builds, the others wait, and
 * take over if it dies. Carries nothing; ends once the table is of this version, or a newer one, or cannot be built.
 */
export function upgrade(
  { name, projection, live, next }: Places & { name: ProjectionName },
  aside: Aside,
  onFailed: (error: Error) => void,
): Observable<never> {
  async function attempt(): Promise<'over' | 'again'> {
    const { version } = await live.checkpoint.read()
    if (version >= projection.version) return 'over'
    if ((await next.checkpoint.find())?.attended) return 'again'
    const outcome = await aside.rebuild(name).ended
    if (outcome.kind !== 'failed' || outcome.passes) return 'again'
    onFailed(new Error(outcome.message))
    return 'over'
  }

  return defer(attempt).pipe(
    repeat({ delay: PAUSE }),
    retry({ delay: PAUSE }),
    first((outcome) => outcome === 'over'),
    ignoreElements(),
  )
}
