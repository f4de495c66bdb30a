import { readConfig, type Config } from './config.ts'
import { checkLedger, putBack, rebuildProjections } from './ops/projecting.ts'
import { fillWithDemo } from './ops/demo.ts'
import { openDatabase } from './ops/database.ts'
import { openLedger, type Ledger } from './ops/ledger.ts'
import { serve } from './ops/serve.ts'
import { Unusable } from './ops/unusable.ts'
import { flag, text, verb, type Verb } from './ops/verb.ts'

const say = (line: string) => console.error(line)

/** What `npm run ledger -- <verb>` can do. A verb may be of two words. */
const verbs: Record<string, Verb> = {
  serve: verb({ what: 'run the ledger', run: (config) => serve(config, say) }),
  migrate: verb({ what: 'bring the database up to date', run: (config) => withDatabase(config, async () => 0) }),
  demo: verb({
    what: 'fill an empty ledger with a year of three people: demo [--users N] [--expenses N] [--seed N]',
    options: { users: text, expenses: text, seed: text },
    run: (config, given) => withLedger(config, (ledger) => fillWithDemo(ledger, given, say)),
  }),
  rebuild: verb({
    what: 'make the projections anew from the log: rebuild [projection] [--keep], rebuild <projection> --back',
    argument: true,
    options: { keep: flag, back: flag },
    run: (config, { keep = false, back = false, ...given }) => {
      if (keep && back) throw new Unusable('Expected --keep or --back, not both')
      if (back) return withLedger(config, (ledger) => putBack(ledger, given, say))
      return withLedger(config, (ledger) => rebuildProjections(ledger, { ...given, keep }, say))
    },
  }),
  check: verb({
    what: 'compare every projection with the log',
    run: (config, given) => withLedger(config, (ledger) => checkLedger(ledger, given, say)),
  }),
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
  const lines = Object.entries(verbs).map(([name, { what }]) => `  ${name.padEnd(10)}${what}`)
  return ['Usage: npm run ledger -- <verb> [--json]', '', ...lines].join('\n')
}

/** Resolves to the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const name = [2, 1].map((words) => args.slice(0, words).join(' ')).find((words) => Object.hasOwn(verbs, words))
  const found = name !== undefined && verbs[name]
  if (!found) throw new Unusable(usage())
  return orUsage(() => found.read(args.slice(name.split(' ').length)))(readConfig(process.env))
}

function orUsage<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof Unusable ? new Unusable(`${error.message}\n\n${usage()}`) : error
  }
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  // What a person can put right is said in one line; anything else is a fault of ours and shows where it is.
  say(error instanceof Unusable ? error.message : String(error instanceof Error ? error.stack : error))
  process.exitCode = 1
}
