import test, { type ExecutionContext } from 'ava'
import { pino } from 'pino'
import { migrate } from '../../src/events/log/migrate.ts'
import { openLedger, type Ledger } from '../../src/ops/ledger.ts'
import { openSigning } from '../../src/ops/signing.ts'
import { freshDatabase } from '../database.ts'
import { appendOf, expense } from '../events/log/appends.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const checkpoints = { events: 1, seconds: 600 }

async function openedLedger(t: ExecutionContext): Promise<Ledger> {
  const url = await freshDatabase()
  await migrate(url)
  const ledger = await openLedger(url)
  t.teardown(() => ledger.close())
  return ledger
}

/** What a process logs that signs with `signingKey`; `heard` resolves once that is `count` lines. */
function processOf(t: ExecutionContext, ledger: Ledger, signingKey: string) {
  const lines: { msg: string; level: number; problem?: string }[] = []
  let heardOf = Promise.withResolvers<void>()
  const logger = pino(
    {},
    {
      write(line) {
        lines.push(JSON.parse(line) as (typeof lines)[number])
        heardOf.resolve()
        heardOf = Promise.withResolvers()
      },
    },
  )
  const signing = openSigning(ledger, { dataDir: temporaryFolder(), signingKey, checkpoints }, logger)
  const background = signing.sign()
  t.teardown(() => background.unsubscribe())
  async function heard(count: number) {
    while (lines.length < count) await heardOf.promise
    return lines
  }
  return { ...signing, heard, stop: () => background.unsubscribe() }
}

test('a process with another key than before says so once, and what it is', async (t) => {
  const ledger = await openedLedger(t)
  const append = () => ledger.log.append(appendOf([expense()]))
  await append()
  const first = processOf(t, ledger, 'ab'.repeat(32))
  t.like(await first.checkpoints.sign(), { signed: { position: 1 } })
  t.like(await first.heard(1), [{ msg: 'Checkpoints are signed with this key' }])
  first.stop()

  const second = processOf(t, ledger, 'cd'.repeat(32))
  await append()
  const [, said] = await second.heard(2)
  t.like(said, { msg: 'The log is not signed', level: 50 })
  t.regex(said?.problem ?? '', /^the key here is .*, and .* has signed before$/)
  await append()
  await second.checkpoints.sign()
  t.is((await second.heard(2)).length, 2)
})

test('a database that is away is told, and does not end it', async (t) => {
  const ledger = await openedLedger(t)
  await ledger.pool.query('rename table signed_checkpoints to elsewhere')
  const { heard } = processOf(t, ledger, 'ab'.repeat(32))
  await ledger.log.append(appendOf([expense()]))
  t.like((await heard(2))[1], { msg: 'The log could not be signed just now', level: 40 })
})
