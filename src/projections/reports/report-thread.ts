import { once } from 'node:events'
import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { openPool } from '../../events/log/connect.ts'
import { isPassing } from '../../events/log/faults.ts'
import { openByCommand } from '../../events/log/by-command.ts'
import { openKeys } from '../../events/log/keys.ts'
import { openReader } from '../../events/log/reader.ts'
import type { Order, Said } from './aside.ts'
import { ledgerAt } from '../as-of/ledger-at.ts'
import { openMemo } from '../as-of/memo.ts'
import { answersOf } from '../as-of/question.ts'
import type { Source } from '../as-of/things.ts'
import type { Progress, Watcher } from './question.ts'
import { report } from './report.ts'
import { toJson } from './to-json.ts'

// The thread in which a serving process replays the log for reports: see aside.ts.

/** Windows that are read ahead, for some reports at once. */
const CONNECTIONS = 6
/** Milliseconds between two words about the same replay. */
const TOLD_EVERY = 200
/** Expenses that are kept in mind for who asks for the next page: some hundreds of megabytes at most. */
const KEPT = 1_000_000

// Whoever is served goes first. Only Linux counts this for the thread alone, others for the whole process.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

const pool = openPool(workerData as string, CONNECTIONS)
const memo = openMemo(KEPT)

async function answer({ question, port }: Order): Promise<void> {
  const say = (said: Said) => port.postMessage(said)
  const gone = new AbortController()
  port.once('close', () => gone.abort())
  try {
    // Keys are read anew for each report: one that was destroyed meanwhile opens nothing any more.
    const log = { ...openReader(pool, await openKeys(pool)), ...openByCommand(pool) }
    memo.asOf(await log.erasures())
    const watcher = { signal: gone.signal, onProgress: sparingly((progress) => say({ kind: 'progress', progress })) }
    for await (const piece of await piecesOf(log, question, watcher)) {
      say({ kind: 'piece', piece })
      await once(port, 'message', { signal: gone.signal })
    }
    say({ kind: 'done' })
  } catch (error) {
    const { message, stack = message } = error as Error
    say({ kind: 'failed', message, stack, passes: isPassing(error) })
  } finally {
    port.close()
  }
}

async function piecesOf(log: Source, question: Order['question'], watcher: Watcher): Promise<AsyncGenerator<unknown>> {
  if ('report' in question) return toJson(await report(log, question, watcher))
  return answersOf(ledgerAt(log, memo, question.asOf), question)
}

function sparingly(tell: (progress: Progress) => void): (progress: Progress) => void {
  let told = performance.now()
  return (progress) => {
    if (performance.now() - told < TOLD_EVERY) return
    told = performance.now()
    tell(progress)
  }
}

parentPort?.on('message', (order: Order) => void answer(order))
