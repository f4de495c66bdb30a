import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import test, { type ExecutionContext } from 'ava'
import { ExpenseId, newId } from '../../src/events/ids.ts'
import { anaRegistered, foodAdded, lunchRecorded } from '../examples.ts'
import { projected } from './projected.ts'

const WORKER = fileURLToPath(new URL('rebuild-worker.ts', import.meta.url))
/** Databases on which it is tried at the same time: most of the time is spent waiting for what a killed process held. */
const LANES = 3
const asItShould = { ok: true, differences: [] }
const anotherLunch = () => ({ ...lunchRecorded, expenseId: ExpenseId.parse(newId()) })

test('a rebuild may be killed before each of its statements: nothing is lost, and the next one succeeds', async (t) => {
  let next = 0
  let survived = false
  async function lane(): Promise<void> {
    const ledger = await followed(t)
    while (!survived) {
      const statement = (next += 1)
      const commands = keepAppending(ledger)
      const { code, signal } = await rebuildUntil(t, ledger.url, String(statement))
      await commands.stop()
      if (code === 0) survived = true
      else t.is(signal, 'SIGKILL')
      await ledger.append([anotherLunch()])
      await ledger.caughtUp(ledger.projections)
      t.deepEqual(await ledger.projections.check(), asItShould, `Killed before statement ${statement}`)
      await ledger.projections.rebuild('expenses')
      await ledger.caughtUp(ledger.projections)
      t.deepEqual(await ledger.projections.check(), asItShould, `Rebuilt after statement ${statement}`)
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  t.true(next > 15, `Only ${next} statements`)
})

test('a table that is swapped in after its rebuild has died goes on from where it is', async (t) => {
  const ledger = await followed(t)
  const { signal } = await rebuildUntil(t, ledger.url, 'rename')
  t.is(signal, 'SIGKILL')
  const { rows, projections, append, caughtUp } = ledger
  await append([anotherLunch(), anotherLunch()])
  await caughtUp(projections)
  // What the dead one asked for comes through only now, when the live table is ahead.
  await rows(`rename table expenses to expenses_old, expenses_checkpoint to expenses_checkpoint_old,
    expenses_next to expenses, expenses_checkpoint_next to expenses_checkpoint`)
  await append([anotherLunch()])
  await caughtUp(await ledger.process())
  await caughtUp(projections)
  t.deepEqual(await projections.check(), asItShould)
  t.is((await projections.totalsOfExpenses({ deleted: 'false' })).count, 4)
})

/** A log with its projections, which a process follows. */
async function followed(t: ExecutionContext) {
  const ledger = await projected(t)
  ledger.projections.follow()
  await ledger.append([anaRegistered, foodAdded, lunchRecorded])
  await ledger.caughtUp(ledger.projections)
  return ledger
}

type Ledger = Awaited<ReturnType<typeof followed>>

function keepAppending({ append }: Ledger) {
  let going = true
  const done = (async () => {
    while (going) await append([anotherLunch()])
  })()
  return {
    stop(): Promise<void> {
      going = false
      return done
    },
  }
}

/** A process that rebuilds until it is about to send `statement`. */
async function rebuildUntil(t: ExecutionContext, url: string, statement: string) {
  const worker = spawn(process.execPath, [WORKER, url, statement], { stdio: ['ignore', 'inherit', 'inherit'] })
  t.teardown(() => worker.kill('SIGKILL'))
  const [code, signal] = (await once(worker, 'exit')) as [number | null, NodeJS.Signals | null]
  return { code, signal }
}
