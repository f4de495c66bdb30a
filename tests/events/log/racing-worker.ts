import { once } from 'node:events'
import type { Stream } from '../../../src/events/event.ts'
import { expenseStream } from '../../../src/events/expense.ts'
import { ExpenseId } from '../../../src/events/ids.ts'
import { Conflict, type Append } from '../../../src/events/log/append.ts'
import { openPool } from '../../../src/events/log/connect.ts'
import { openLog, type Log } from '../../../src/events/log/log.ts'
import { ana, lunchRecorded, type Of } from '../../examples.ts'
import { amendmentOf, appendOf, at, expense } from './appends.ts'

// A process of its own with two logs that append in every way there is, among others that do the same. Says "ready",
// waits for "go", and ends with what it was answered, as JSON.

export type Answers = { answered: { commandId: string; positions: number[] }[]; refused: number }

const [url = '', rounds = '0'] = process.argv.slice(2)
const pool = openPool(url, 4)
const logs = [await openLog({ url, pool }), await openLog({ url, pool })]
const answers: Answers = { answered: [], refused: 0 }

console.log('ready')
await once(process.stdin, 'data')
await Promise.all(logs.map(race))
await Promise.all(logs.map((log) => log.close()))
await pool.end()
process.stdin.destroy()
console.log(JSON.stringify(answers))

async function race(log: Log): Promise<void> {
  for (let round = 0; round < Number(rounds); round++) {
    const [first, hot] = [expense(), shared(round % 5)]
    const own = appendOf([first, amendmentOf(first)])
    const claim = { kind: 'email' as const, value: `${round}` }
    await Promise.all([
      tryTo(log, own),
      tryTo(log, appendOf([expense()])),
      // The same command from everybody.
      tryTo(log, appendOf([shared(1_000 + round)], { commandId: `shared-${round}` })),
      // A claim that everybody wants.
      tryTo(log, appendOf([expense()], { take: [{ claim, stream: `user-${ana}` }] })),
      // A stream that everybody appends to.
      tryTo(log, await onTopOf(log, expenseStream(hot.expenseId), hot)),
    ])
    await tryTo(log, own)
  }
}

async function tryTo(log: Log, append: Append): Promise<void> {
  try {
    const { events } = await log.append(append)
    const { commandId } = append
    answers.answered.push({ commandId, positions: events.map(({ position }) => position) })
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    answers.refused += 1
  }
}

async function onTopOf(log: Log, stream: Stream, recorded: Of<'ExpenseRecorded'>): Promise<Append> {
  const { version, seenAt } = (await log.readStreams([stream])).get(stream)!
  return appendOf([version === 0 ? recorded : amendmentOf(recorded)], { guards: [at(stream, version, seenAt)] })
}

/** The same expense for everybody. */
function shared(number: number) {
  const expenseId = ExpenseId.parse(`01970000-0000-7000-8000-${String(number).padStart(12, '0')}`)
  return { ...lunchRecorded, expenseId }
}
