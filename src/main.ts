import { parseArgs } from 'node:util'
import { readConfig, type Config } from './config.ts'
import { checkLedger, putBack, rebuildProjections } from './ops/projecting.ts'
import { fillWithDemo } from './ops/demo.ts'
import { openDatabase } from './ops/database.ts'
import { openLedger, type Ledger } from './ops/ledger.ts'
import { serve } from './ops/serve.ts'
import { Unusable } from './ops/unusable.ts'

const say = (line: string) => console.error(line)

type Options = {
  json: boolean
  keep: boolean
  back: boolean
  argument: string | undefined
  users?: string | undefined
  expenses?: string | undefined
  seed?: string | undefined
}

type Verb = {
  what: string
  /** That it knows besides `--json`. */
  flags?: readonly string[]
  run: (config: Config, options: Options) => Promise<number>
}

/** What `npm run ledger -- <verb>` can do. Each resolves to the exit code. */
const verbs: Record<string, Verb> = {
  serve: { what: 'run the ledger', run: (config) => serve(config, say) },
  migrate: { what: 'bring the database up to date', run: (config) => withDatabase(config, async () => 0) },
  demo: {
    what: 'fill an empty ledger with a year of three people: demo [--users N] [--expenses N] [--seed N]',
    flags: ['users', 'expenses', 'seed'],
    run: (config, options) => withLedger(config, (ledger) => fillWithDemo(ledger, options, say)),
  },
  rebuild: {
    what: 'make the projections anew from the log: rebuild [projection] [--keep], rebuild <projection> --back',
    flags: ['keep', 'back'],
    run: (config, options) => {
      const work = options.back ? putBack : rebuildProjections
      return withLedger(config, (ledger) => work(ledger, options, say))
    },
  },
  check: {
    what: 'compare every projection with the log',
    run: (config, options) => withLedger(config, (ledger) => checkLedger(ledger, options, say)),
  },
}

async function withDatabase(config: Config, work: (url: string) => Promise<number>): Promise<number> {
  const database = await openDatabase(config, say)
  try {
    return await work(database.url)
  } finally {
    await database.close()
  }
}

function withLedger(config: Config, work: (ledger: Ledger) => Promise<number>): Promise<number> {
  return withDatabase(config, async (url) => {
    const ledger = await openLedger(url)
    try {
      return await work(ledger)
    } finally {
      await ledger.close()
    }
  })
}

function usage(): string {
  const lines = Object.entries(verbs).map(([verb, { what }]) => `  ${verb.padEnd(10)}${what}`)
  return ['Usage: npm run ledger -- <verb> [--json]', '', ...lines].join('\n')
}

async function main(args: readonly string[]): Promise<number> {
  const { positionals, values } = readArguments(args)
  const [name, argument, ...more] = positionals
  const verb = name === undefined ? undefined : verbs[name]
  const { json = false, keep = false, back = false, ...numbers } = values
  const known = Object.keys(values).every((flag) => flag === 'json' || verb?.flags?.includes(flag))
  if (!verb || more.length > 0 || !known || (keep && back)) throw new Unusable(usage())
  return verb.run(readConfig(process.env), { json, keep, back, argument, ...numbers })
}

const flag = { type: 'boolean' } as const
const text = { type: 'string' } as const

function readArguments(args: readonly string[]) {
  try {
    const options = { json: flag, keep: flag, back: flag, users: text, expenses: text, seed: text }
    return parseArgs({ args: [...args], allowPositionals: true, options })
  } catch (error) {
    throw new Unusable(`${(error as Error).message}\n\n${usage()}`)
  }
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  // What a person can put right is said in one line; anything else is a fault of ours and shows where it is.
  say(error instanceof Unusable ? error.message : String(error instanceof Error ? error.stack : error))
  process.exitCode = 1
}
