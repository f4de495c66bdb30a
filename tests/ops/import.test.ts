import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { BatchDone, ImportPreview, Preferences } from '../../src/web/api.ts'
import { openPreferences } from '../../src/web/server/preferences/store.ts'
import { freshLedger } from '../commands/fresh-ledger.ts'
import { ana, anaFields } from '../examples.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { runVerb } from './ledger-process.ts'

const plain = join(import.meta.dirname, '../samples/plain.csv')
const mine = ['--user', anaFields.email]

test('the command line looks at a file, records it once, and says what it was not told', async (t) => {
  const { url, pool } = await freshLedger(t)
  const run = (...args: string[]) => runVerb(t, ['import', ...args], { DATABASE_URL: url })

  const looked = await run(plain, ...mine, '--preview')
  t.is(looked.code, 0, looked.said)
  t.regex(looked.answered, /separator +, +6 of the first 6 lines have 4 of them \(comma\)/)
  t.regex(looked.answered, /^ +2 +3 {2}new +2026-11-03 {2}Travel +Train, return +1234 {2}JPY$/m)
  t.regex(looked.answered, /^5 new$/m)
  const json = ImportPreview.parse(JSON.parse((await run(plain, ...mine, '--preview', '--json')).answered))
  t.is(json.counts.new, 5)

  const done = BatchDone.parse(JSON.parse((await run(plain, ...mine, '--rows', '1,3-4', '--json')).answered))
  t.is(done.count, 3)
  t.regex((await run(plain, ...mine)).said, /^2 expenses are recorded, as batch /m)
  t.regex((await run(plain, ...mine)).said, /^Nothing was recorded: the ledger has all of these rows\.$/m)

  const ambiguous = join(temporaryFolder(), 'ambiguous.csv')
  writeFileSync(ambiguous, readFileSync(plain, 'utf8').replace(/2026-11-0(\d)/g, '0$1/11/2026'))
  const asked = await run(ambiguous, ...mine)
  t.is(asked.code, 1)
  t.regex(asked.said, /^dateFormat: Line 2: 02\/11\/2026 may be in two months/m)
  t.regex((await run(ambiguous, ...mine, '--date-format', 'DD/MM/YYYY')).said, /^Nothing was recorded/m)

  const bank = join(temporaryFolder(), 'bank.csv')
  writeFileSync(bank, 'Wann;Was;Weg;Her\n02/11/2026;Rent;1.050,00;\n03/11/2026;Salary;;2.500,00\n')
  const columns = { date: 'Wann', description: 'Was', debit: 'Weg', credit: 'Her' }
  const how = { separator: ';', decimalMark: ',', dateFormat: 'DD/MM/YYYY', category: 'Household' }
  const kept = Preferences.parse({ importMappings: [{ name: 'My bank', columns, ...how }] })
  await openPreferences(pool).keep(ana, kept, undefined)
  const mapped = await run(bank, ...mine, '--mapping', 'my BANK', '--preview', '--json')
  t.like(ImportPreview.parse(JSON.parse(mapped.answered)).rows, [
    { outcome: 'new', date: '2026-11-02', description: 'Rent', category: 'Household', amount: '1050.00' },
    { outcome: 'aside', amount: '-2500.00', code: 'came-in' },
  ])
  t.regex((await run(bank, ...mine, '--mapping', 'My bank')).said, /^1 expense is recorded, as batch /m)

  for (const [args, said] of [
    [[plain], /^--user: Required/m],
    [[plain, ...mine, '--mapping', 'Bank'], /^--mapping: Expected one that is kept: My bank$/m],
    [['no-such-file.csv', ...mine], /cannot be read/],
  ] as const) {
    const answer = await run(...args)
    t.is(answer.code, 1)
    t.regex(answer.said, said)
  }
})
