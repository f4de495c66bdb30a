import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openPrivateDatabase } from '../src/ops/private-database.ts'
import { Unusable } from '../src/ops/unusable.ts'
import { runAva } from './run/ava.ts'
import { ENOUGH, forgetCoverage, rawCoverage, reportCoverage } from './run/coverage.ts'
import { toJUnit } from './run/junit.ts'
import { runProgram } from './run/program.ts'
import { progress } from './run/progress.ts'
import type { Result } from './run/result.ts'

// `npm test` checks types, lint and format, runs all tests on one throw-away server and looks at their coverage;
// `npm test -- <files>` runs those tests alone, with `--coverage` among them also with their coverage. Its last line is
// `N passed, N failed`.
process.chdir(join(import.meta.dirname, '..'))
const COVERAGE = '--coverage'
const files = process.argv.slice(2).filter((word) => word !== COVERAGE)
const everything = files.length === 0
const covering = everything || process.argv.includes(COVERAGE)

const interruption = new AbortController()
const { signal } = interruption
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => interruption.abort())

const checked = !everything || (await runProgram('bin/check.js', [], signal))
const { results, content } = await runTests().catch(endIfUnusable)
mkdirSync('reports', { recursive: true })
writeFileSync('reports/junit.xml', toJUnit(results))
const enough = everything ? ENOUGH : 0
const covered = !covering || signal.aborted || (await reportCoverage(enough, signal))

const count = (outcome: Result['outcome']) => results.filter((result) => result.outcome === outcome).length
const [passed, failed] = [count('passed'), count('failed')]
if (!checked) console.log('Types, lint or format are not in order, see above.')
if (!content && failed === 0)
  console.log('No test failed, but the process of a test file did not end, or not as it should.')
if (!covered) console.log('Too little of src/ is tested, see above.')
if (signal.aborted) console.log('Interrupted.')
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = checked && content && covered && !signal.aborted && passed > 0 && failed === 0 ? 0 : 1

async function runTests(): Promise<{ results: Result[]; content: boolean }> {
  // All that the tests make goes in here, and so goes with it.
  const folder = mkdtempSync(join(tmpdir(), 'expense-ledger-test-'))
  const shown = progress()
  try {
    const database = await openPrivateDatabase({ dataDir: folder, durable: false })
    try {
      if (covering) forgetCoverage()
      const env = {
        TMPDIR: folder,
        TEST_DATABASE_URL: database.adminUrl(''),
        // Half of what the hundreds of processes of a run do to start is to compile the same files.
        NODE_COMPILE_CACHE: join(folder, 'compiled'),
        ...(covering ? { NODE_V8_COVERAGE: resolve(rawCoverage) } : {}),
      }
      return await runAva({ files, env, tell: shown.tell, signal })
    } finally {
      await database.stop()
    }
  } finally {
    shown.end()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** No database server, or no place for one: nothing to test with. */
function endIfUnusable(error: unknown): never {
  if (!(error instanceof Unusable)) throw error
  console.log(error.message)
  process.exit(1)
}
