import { projectionNames, type ProjectionName } from '../projections/projections.ts'
import type { Ledger } from './ledger.ts'
import { progressTo } from './progress.ts'
import { Unusable } from './unusable.ts'

type Options = { json: boolean; argument: string | undefined }
type Say = (line: string) => void

/** Makes one projection, or all of them, anew from the log. */
export async function rebuildProjections(
  { projections, log }: Ledger,
  { argument, json }: Options,
  say: Say,
): Promise<number> {
  const name = argument === undefined ? undefined : nameOf(argument)
  const what = name ?? 'every projection'
  const { position } = await log.head()
  const begun = performance.now()
  const shown = progressTo(`Rebuilding ${what}`, say)
  // All of them at once read the log once.
  await projections.rebuild(name, ({ position: at, of }) => shown(at, of))
  const seconds = (performance.now() - begun) / 1000
  if (json) console.log(JSON.stringify({ projection: name ?? null, position, seconds }))
  else say(`Rebuilt ${what} from ${position} events in ${seconds.toFixed(1)} s`)
  return 0
}

function nameOf(argument: string): ProjectionName {
  const name = projectionNames.find((one) => one === argument)
  if (name) return name
  throw new Unusable(`There is no projection ${argument}: expected ${projectionNames.join(', ')}`)
}

/** Compares every projection and the head with the log. 1 if anything differs. */
export async function checkLedger({ projections }: Ledger, { json }: Options, say: Say): Promise<number> {
  say('Comparing every projection with the log …')
  const { ok, differences } = await projections.check()
  if (json) console.log(JSON.stringify({ ok, differences }))
  else if (ok) say('Every projection is what the log says.')
  else for (const difference of differences) say(JSON.stringify(difference))
  return ok ? 0 : 1
}
