import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { summaryOf } from './profile/summary.ts'
import { parts, type PartName, type Profile } from './parts.ts'
import { write } from './report/document.ts'
import { describe, type Result } from './report/result.ts'
import { brokenOff, notes, table } from './report/table.ts'
import { stopAll } from './run/child.ts'
import { tellScale } from './scale/tell.ts'
import { readOptions, usage, type Options } from './run/options.ts'
import { openPlace } from './run/place.ts'
import { say } from './run/say.ts'
import type { Bench } from './bench.ts'

// `npm run bench`: every figure of the design's section 10 beside what it is held against, in one run on one machine.
process.chdir(join(import.meta.dirname, '..'))
const options = optionsOrExit()
const opening = openPlace(options)
let ending: Promise<never> | undefined
const end = (why: string) => void (ending ??= endEarly(why))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end('Interrupted.'))
// Also what a peer's connection throws past everybody: no server may be left running.
process.on('uncaughtException', (error) => end(error.stack ?? error.message))
const place = await opening
try {
  const bench: Bench = {
    place,
    sizes: options.sizes,
    versions: new Map([['private database', await place.serverVersion()]]),
  }
  if (options.profile) await profile(bench, options.profile)
  else if (options.scale) await tellScale(bench, options.write)
  else await measureAll(bench)
} finally {
  await stopAll()
  await place.close()
}

function optionsOrExit(): Options {
  try {
    return readOptions(process.argv.slice(2))
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`)
    process.exit(2)
  }
}

async function measureAll(bench: Bench): Promise<void> {
  const done: Result['parts'] = []
  for (const name of options.parts) {
    say(`Measuring ${name} …`)
    done.push(await measured(name, bench))
  }
  const result = describe(done, options.sizes, bench.versions)
  const lines = done.flatMap((part) => part.lines)
  console.log([table(lines), ...notes(lines), ...brokenOff(done)].join('\n'))
  mkdirSync('reports', { recursive: true })
  writeFileSync('reports/bench.json', `${JSON.stringify(result, null, 2)}\n`)
  if (options.write) await write(result)
  say(`Parts took ${done.map(({ name, seconds }) => `${name} ${seconds} s`).join(', ')}`)
}

/** A part that fails is told, and the rest goes on: nobody wants to wait for the others again. */
async function measured(name: PartName, bench: Bench): Promise<Result['parts'][number]> {
  const begun = performance.now()
  const seconds = () => Math.round((performance.now() - begun) / 1000)
  try {
    const lines = await parts[name].measure(bench)
    return { name, seconds: seconds(), lines }
  } catch (error) {
    await ending
    await stopAll()
    say(`${name} failed: ${error instanceof Error ? error.stack : String(error)}`)
    process.exitCode = 1
    return { name, seconds: seconds(), lines: [], problem: String(error) }
  }
}

async function profile(bench: Bench, run: Profile): Promise<void> {
  const folder = mkdtempSync(join(place.scratch, 'profile-'))
  say('Profiling …')
  await run(bench, folder)
  console.log(summaryOf(folder))
}

/** Whoever measures just now loses its servers, and may say so in any way: nobody listens any more. */
async function endEarly(why: string): Promise<never> {
  say(why)
  await stopAll()
  await (await opening).close()
  process.exit(1)
}
