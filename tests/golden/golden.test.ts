import test, { type ExecutionContext } from 'ava'
import { LedgerEvent } from '../../src/events/event.ts'
import { expenseStream } from '../../src/events/expense.ts'
import { newId } from '../../src/events/ids.ts'
import { leafHash } from '../../src/events/log/leaf-hash.ts'
import { freshDatabase } from '../database.ts'
import { ana, lunch, lunchDeleted, metadata, type Of } from '../examples.ts'
import { goldenLedgers, read, readStored, write } from './files.ts'
import { openedOf, openGolden, projectionsOf, storedOf } from './ledger.ts'
import { missingShapes } from './shapes.ts'

const ledgers = goldenLedgers()
const lunchStream = expenseStream(lunch)

async function golden(t: ExecutionContext, number: number) {
  const ledger = await openGolden(await freshDatabase(), readStored(number))
  t.teardown(ledger.close)
  return ledger
}

test('every shape that an event has ever had is in a golden ledger (if not: npm run golden)', (t) => {
  t.deepEqual(missingShapes(ledgers.map(readStored)), [])
})

test('what is golden is never overwritten', (t) => {
  t.throws(() => write(1, 'stored', {}), { code: 'EEXIST' })
})

for (const number of ledgers) {
  test(`golden ledger ${number}: every event opens in today's shape`, async (t) => {
    const events = await openedOf(await golden(t, number))
    t.deepEqual(events as unknown, read(number, 'opened'))
    for (const { event } of events) t.deepEqual(LedgerEvent.parse(event), event)
  })

  test(`golden ledger ${number}: the bytes that were hashed are the bytes that are there`, async (t) => {
    const stored = await storedOf(await golden(t, number))
    t.deepEqual(stored, readStored(number).events)
    for (const event of stored) t.is(leafHash(event), event.hash, `Position ${event.position}`)
  })

  test(`golden ledger ${number}: its projections are what they were`, async (t) => {
    const ledger = await golden(t, number)
    t.deepEqual(await projectionsOf(ledger), read(number, 'projections') as object)
    t.deepEqual(await ledger.projections.check(), { ok: true, differences: [] })
  })

  test(`golden ledger ${number}: life goes on in it`, async (t) => {
    const ledger = await golden(t, number)
    const { log, projections } = ledger
    const { events, version, seenAt } = (await log.readStreams([lunchStream])).get(lunchStream)!
    const { facts } = events.at(-1)?.event as Of<'ExpenseRestored'>
    const guards = [{ stream: lunchStream, version, seenAt }]
    await log.append({ commandId: newId(), actorId: ana, metadata, events: [{ ...lunchDeleted, facts }], guards })
    t.like(
      (await projectionsOf(ledger)).expenses?.find(({ id }) => id === lunch),
      { deleted: 1 },
    )
    t.deepEqual(await projections.check(), { ok: true, differences: [] })
  })
}
