import { parseArgs } from 'node:util'
import { partNames, parts, type Part, type PartName, type Profile } from '../parts.ts'

/** What is measured apart from the parts. */
const SCALE = 'scale'

export const usage = `npm run bench -- [part …] [options]
npm run bench -- ${SCALE} [--quick | --large] [--write]

parts: ${partNames.join(', ')}; all of them unless some are named
${SCALE}: how everything grows with a log of 10,000, 100,000 and 1,000,000 events; --quick without the last, --large with 10,000,000
  --quick          a short run with small logs, to see that everything works
  --large          a log of 10,000,000 events for the latency of commands (instead of a million or so)
  --keep           keeps the large log in bench/cache for the next run
  --write          keeps the result in bench/results and in docs/benchmarks.md, or docs/scale.md
  --profile part   where the ledger's time goes in that part, instead of figures`

export type Sizes = {
  rounds: number
  /** Of what takes half a minute each time. */
  slowRounds: number
  /** How long whatever has a rate is measured, each time. */
  seconds: number
  /** Of the log that is rebuilt. */
  events: number
  /** Of the log that pages are read from. */
  expenses: number
  /** Of the one person whose list is shown in the browser. */
  listed: number
  /** Of the log that commands are appended to; it may be longer already. */
  logEvents: number
  /** Of the log that grows. */
  scale: readonly number[]
  /** Pages read of each list, and of those that go through all expenses. */
  pages: number
  slowPages: number
}

const full: Sizes = {
  rounds: 5,
  slowRounds: 3,
  seconds: 3,
  events: 1_000_000,
  expenses: 1_000_000,
  listed: 100_000,
  logEvents: 1_000_000,
  scale: [10_000, 100_000, 1_000_000],
  pages: 50,
  slowPages: 10,
}
/** Events of the log that --large is for. */
const LARGE = 10_000_000
const quick: Sizes = {
  ...full,
  rounds: 2,
  slowRounds: 1,
  seconds: 1,
  events: 50_000,
  expenses: 50_000,
  listed: 10_000,
  logEvents: 50_000,
  scale: [10_000, 100_000],
  pages: 10,
  slowPages: 3,
}

export type Options = {
  parts: readonly PartName[]
  /** Whether the log that grows is measured, and no part. */
  scale: boolean
  profile: Profile | undefined
  keep: boolean
  write: boolean
  sizes: Sizes
}

/** Throws what is wrong with `args`. */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      large: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      profile: { type: 'string' },
    },
  })
  const scale = positionals.includes(SCALE)
  if (scale && positionals.length > 1) throw new Error(`${SCALE} is measured alone`)
  const chosen = scale ? [] : positionals.map(partNamed)
  const sizes = values.quick ? quick : full
  if (values.write && chosen.length > 0) throw new Error('--write is for all parts: they are compared in one run')
  return {
    parts: chosen.length > 0 ? chosen : partNames,
    scale,
    profile: values.profile === undefined ? undefined : profileOf(values.profile),
    keep: values.keep,
    write: values.write,
    sizes: values.large ? { ...sizes, logEvents: LARGE, scale: [...sizes.scale, LARGE] } : sizes,
  }
}

function profileOf(name: string): Profile {
  const { profile }: Part = parts[partNamed(name)]
  if (profile) return profile
  throw new Error(`There is no profile of ${name}`)
}

function partNamed(name: string): PartName {
  const part = partNames.find((one) => one === name)
  if (part) return part
  throw new Error(`There is no part ${name}: expected ${partNames.join(', ')}`)
}
