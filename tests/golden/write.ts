import { rmSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import { eventSchemas, type EventType } from '../../src/events/event.ts'
import { schemaOf } from '../../src/events/log/upcasts.ts'
import { openPrivateDatabase } from '../../src/ops/private-database.ts'
import * as files from './files.ts'
import { fingerprint, problemOf } from './fingerprints.ts'
import { openedOf, openGolden, projectionsOf } from './ledger.ts'
import { playStory } from './play.ts'
import { missingShapes } from './shapes.ts'

// `npm run golden` writes what is missing of the golden files, and overwrites none. To have an expectation made anew,
// delete its file first; the rows of `stored.json` were written by a release of their day and cannot be made anew.

const types = Object.keys(eventSchemas) as EventType[]
const kept = files.readFingerprints()
const now = new Map(types.map((type) => [type, fingerprint(eventSchemas[type])]))
for (const [type, print] of now) kept[type] = { [schemaOf(type)]: print, ...kept[type] }
const problems = types.flatMap((type) => problemOf(type, schemaOf(type), now.get(type) ?? '', kept) ?? [])
if (problems.length > 0) {
  console.error(problems.join('\n\n'))
  process.exit(1)
}
files.writeFingerprints(kept)

const folder = mkdtempSync(join(tmpdir(), 'expense-ledger-golden-'))
const database = await openPrivateDatabase({ dataDir: folder, durable: false })
try {
  const ledgers = files.goldenLedgers()
  if (missingShapes(ledgers.map(files.readStored)).length > 0) await writeStored((ledgers.at(-1) ?? 0) + 1)
  for (const ledger of files.goldenLedgers()) await writeExpected(ledger)
  console.log('All golden files are there.')
} finally {
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function writeStored(ledger: number): Promise<void> {
  say(ledger, 'stored', await playStory(await emptyDatabase(`story_${ledger}`)))
}

async function writeExpected(ledger: number): Promise<void> {
  if (files.has(ledger, 'opened') && files.has(ledger, 'projections')) return
  const golden = await openGolden(await emptyDatabase(`golden_${ledger}`), files.readStored(ledger))
  if (!files.has(ledger, 'opened')) say(ledger, 'opened', await openedOf(golden))
  if (!files.has(ledger, 'projections')) say(ledger, 'projections', await projectionsOf(golden))
  await golden.close()
}

function say(ledger: number, file: files.GoldenFile, value: unknown): void {
  files.write(ledger, file, value)
  console.log(`Wrote tests/golden/${ledger}/${file}.json: read it before you commit it.`)
}

async function emptyDatabase(name: string): Promise<string> {
  const connection = await createConnection(database.adminUrl(''))
  await connection.query(`create database ${name}`)
  await connection.end()
  return database.adminUrl(name)
}
