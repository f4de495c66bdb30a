import { readConfig, type Config } from './config.ts'
import { exportAudit } from './ops/audit/export-verb.ts'
import { verifyDatabase, verifyExport } from './ops/audit/verify-verb.ts'
import { checkLedger, putBack, rebuildProjections } from './ops/projecting.ts'
import { fillWithDemo } from './ops/demo.ts'
import { writeBackup } from './ops/backup/backup-verb.ts'
import { openAnyDatabase, openDatabase, type Database } from './ops/database.ts'
import { importFile } from './ops/import.ts'
import { options as importOptions } from './ops/import/asked.ts'
import { openLedger, type Ledger } from './ops/ledger.ts'
import { printReport } from './ops/report.ts'
import { restoreFrom } from './ops/restore/restore-verb.ts'
import { serve } from './ops/serve.ts'
import { Unusable } from './ops/unusable.ts'
import { addUser, secondFactor, setPassword } from './ops/users.ts'
import { flag, text, verb, type Verb } from './ops/verb.ts'

const say = (line: string) => console.error(line)

/** Which expenses a report is about, and how it is shown. */
const span = { user: text, from: text, to: text, format: text }

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
  verify: verb({
    what: 'prove that nobody rewrote the log, or an export of it: verify [file] [--key public-key] [--checkpoint file]',
    argument: true,
    options: { key: text, checkpoint: text },
    run: (config, given) => {
      if (given.argument !== undefined) return verifyExport(given.argument, given, say)
      return withDatabase(config, (url) => verifyDatabase(url, config, given, say))
    },
  }),
  export: verb({
    what: 'write the log for an auditor, with a checkpoint that proves it: export [new file] [--with-keys]',
    argument: true,
    options: { 'with-keys': flag },
    run: (config, given) => withDatabase(config, (url) => exportAudit(url, config, given, say)),
  }),
  import: verb({
    what: 'record the rows of a CSV file, each once: import <file> [--user U] [--preview] [--rows 1,2,5-9] [--mapping M] …',
    argument: true,
    options: importOptions,
    run: (config, given) => withLedger(config, (ledger) => importFile(ledger, given, say)),
  }),
  backup: verb({
    what: 'write everything to a new file, while the ledger goes on: backup <file> [--passphrase | --passphrase-file F]',
    argument: true,
    options: { passphrase: flag, 'passphrase-file': text },
    run: (config, given) => withDatabase(config, (url) => writeBackup(url, given, say)),
  }),
  restore: verb({
    what: 'make an empty ledger one that was backed up, or exported with keys: restore <file> [--to M] [--passphrase-file F] [--key K]',
    argument: true,
    options: { to: text, key: text, passphrase: flag, 'passphrase-file': text },
    run: async (config, given) => {
      const database = await openAnyDatabase(config, say)
      return closing(database, () => restoreFrom(database, config, given, say))
    },
  }),
  'report spending': verb({
    what: 'what was spent: report spending [--user U] [--from D] [--to D] [--group month,category] [--as-of M] [--format F]',
    options: { ...span, group: text, 'as-of': text },
    run: (config, given) => withLedger(config, (ledger) => printReport('spending', ledger, given, say)),
  }),
  'report statement': verb({
    what: 'the expenses, line by line: report statement [--user U] [--from D] [--to D] [--as-of M] [--format F]',
    options: { ...span, 'as-of': text },
    run: (config, given) => withLedger(config, (ledger) => printReport('statement', ledger, given, say)),
  }),
  'report changes': verb({
    what: 'why a report is different now: report changes --since M [--until M] [--user U] [--from D] [--to D] [--format F]',
    options: { ...span, since: text, until: text },
    run: (config, given) => withLedger(config, (ledger) => printReport('changes', ledger, given, say)),
  }),
  'user add': verb({
    what: 'register somebody: user add --name N --email E [--role admin|member] [--currency EUR]; asks for the password',
    options: { name: text, email: text, role: text, currency: text },
    run: (config, given) => withLedger(config, (ledger) => addUser(ledger, given, say)),
  }),
  'user password': verb({
    what: 'set the password of somebody who lost theirs: user password --email E; asks for it',
    options: { email: text },
    run: (config, given) => withLedger(config, (ledger) => setPassword(ledger, given, say)),
  }),
  'user second-factor': verb({
    what: 'whether somebody has a second factor; off for who has lost it: user second-factor --email E [--off]',
    options: { email: text, off: flag },
    run: (config, { off = false, ...given }) =>
      withLedger(config, (ledger) => secondFactor(ledger, { ...given, off }, say)),
  }),
}

async function withDatabase(config: Config, work: (url: string) => Promise<number>): Promise<number> {
  const database = await openDatabase(config, say)
  return closing(database, () => work(database.url))
}

async function closing(database: Database, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
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
  const lines = Object.entries(verbs).map(([name, { what }]) => `  ${name.padEnd(20)}${what}`)
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
