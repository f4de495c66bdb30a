import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'

const Profile = z.object({
  nodes: z.array(
    z.object({
      id: z.int(),
      callFrame: z.object({ functionName: z.string(), url: z.string(), lineNumber: z.int() }),
    }),
  ),
  samples: z.array(z.int()),
  /** Microseconds since the sample before. */
  timeDeltas: z.array(z.number()),
})

const SHOWN = 25
const states = ['(idle)', '(program)', '(garbage collector)']
/** Not the ledger's work: waiting, and the profiler's own. */
const notAtWork = (name: string) => name === '(idle)' || name.includes(' node:inspector')

/** The functions that the processes profiled in `folder` spent most of their time in (self time), as text. */
export function summaryOf(folder: string): string {
  const spent = new Map<string, number>()
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'))) {
    const { nodes, samples, timeDeltas } = Profile.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))
    const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]))
    samples.forEach((id, index) => {
      const name = names.get(id) ?? ''
      spent.set(name, (spent.get(name) ?? 0) + (timeDeltas[index] ?? 0))
    })
  }
  const sum = (isMeant: (name: string) => boolean) =>
    [...spent].reduce((total, [name, time]) => (isMeant(name) ? total + time : total), 0)
  const [total, busy] = [sum(() => true), sum((name) => !notAtWork(name))]
  const line = (name: string, time: number) => `${percent(time / busy).padStart(7)}  ${name}`
  const work = [...spent].filter(([name]) => !notAtWork(name)).toSorted(([, one], [, other]) => other - one)
  return [
    `busy ${percent(busy / total)} of ${(total / 1e6).toFixed(1)} s; of that:`,
    ...work.slice(0, SHOWN).map(([name, time]) => line(name, time)),
    ...['src/', 'node_modules/'].map((place) =>
      line(
        `in ${place} altogether`,
        sum((name) => name.includes(` ${place}`)),
      ),
    ),
  ].join('\n')
}

function nameOf({ functionName, url, lineNumber }: { functionName: string; url: string; lineNumber: number }): string {
  if (states.includes(functionName)) return functionName
  const place = url.startsWith('file:') ? relative(process.cwd(), fileURLToPath(url)) : url
  return `${functionName || '(anonymous)'} ${place || '(native)'}${place ? `:${lineNumber + 1}` : ''}`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
