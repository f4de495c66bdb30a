import {
  Busy,
  NothingKept,
  projectionNames,
  Stopped,
  type Compared,
  type ProjectionName,
} from '../projections/projections.ts'
import type { Ledger } from './ledger.ts'
import { asUnusable } from './passing.ts'
import { progressTo } from './progress.ts'
import { Unusable } from './unusable.ts'

type Options = { json: boolean; argument: string | undefined }
type Say = (line: string) => void

/** No more than this many differences are shown on the terminal. */
const MOST_SHOWN = 20

/** Makes one projection, or all of them, anew from the log; `keep` leaves the tables that are replaced. */
export async function rebuildProjections(
  { projections, log }: Ledger,
  { argument, json, keep }: Options & { keep: boolean },
  say: Say,
): Promise<number> {
  const name = argument === undefined ? undefined : nameOf(argument)
  const what = name ?? 'every projection'
  const { position } = await log.head()
  const begun = performance.now()
  const shown = progressTo(`Rebuilding ${what}`, say)
  const compared: Compared[] = []
  await toldPlainly(() =>
    projections.rebuild(name, {
      keep,
      // All of them at once read the log once.
      onProgress: ({ position: at, of }) => shown(at, of),
      onCompared: (one) => {
        compared.push(one)
        for (const line of linesOf(one)) say(line)
      },
    }),
  )
  const seconds = (performance.now() - begun) / 1000
  if (json) console.log(JSON.stringify({ projection: name ?? null, position, seconds, compared }))
  else say(`Rebuilt ${what} from ${position} events in ${seconds.toFixed(1)} s`)
  if (keep)
    for (const kept of name ? [name] : projectionNames) say(`Kept ${kept}_old: rebuild ${kept} --back puts it back`)
  return 0
}

/** Puts back the table of one projection that was kept when it was rebuilt. */
export async function putBack({ projections }: Ledger, { argument, json }: Options, say: Say): Promise<number> {
  if (argument === undefined) throw new Unusable(`Which projection? ${projectionNames.join(', ')}`)
  const name = nameOf(argument)
  await toldPlainly(() => projections.rebuildBack(name))
  if (json) console.log(JSON.stringify({ projection: name }))
  else say(`${name}_old is ${name} again, and up to date; what was ${name} is kept as ${name}_old`)
  return 0
}

/** What was found before the table was replaced. */
function linesOf({ name, differences }: Compared): string[] {
  if (!differences) return [`${name}: what is replaced is of another version, and is not compared`]
  if (differences.length === 0) return []
  const shown = differences.slice(0, MOST_SHOWN).map((difference) => JSON.stringify(difference))
  const more = differences.length - shown.length
  const first = `${name}: what is replaced is not what the log says, in ${differences.length} places or more:`
  return [first, ...shown, ...(more > 0 ? [`… and ${more} more`] : [])]
}

/** Whatever `work` stops at, the tables are whole: either replaced or as they were. */
async function toldPlainly<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const { message } = error as Error
    if (error instanceof Busy) throw new Unusable(`${message}: wait until it is done`)
    if (error instanceof Stopped || error instanceof NothingKept) throw new Unusable(message)
    throw asUnusable(error)
  }
}

function nameOf(argument: string): ProjectionName {
  const name = projectionNames.find((one) => one === argument)
  if (name) return name
  throw new Unusable(`There is no projection ${argument}: expected ${projectionNames.join(', ')}`)
}
/** Compares every projection and the head with the log. 1 if anything differs. */
export async function checkLedger({ projections }: Ledger, { json }: Options, say: Say): Promise<number> {
  say('Comparing every projection with the log …')
  const { ok, differences } = await toldPlainly(() => projections.check())
  if (json) console.log(JSON.stringify({ ok, differences }))
  else if (ok) say('Every projection is what the log says.')
  else for (const difference of differences) say(JSON.stringify(difference))
  return ok ? 0 : 1
}
