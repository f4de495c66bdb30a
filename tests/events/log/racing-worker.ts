import { once } from 'node:events'
import type { LedgerEvent, Stream } from '../../../src/events/event.ts'
import { expenseStream } from '../../../src/events/expense.ts'
import { ExpenseId } from '../../../src/events/ids.ts'
import { Conflict, type Append } from '../../../src/events/log/append.ts'
import { openPool } from '../../../src/events/log/connect.ts'
import { openLog } from '../../../src/events/log/log.ts'
import { ana, lunchRecorded } from '../../examples.ts'
import { amendmentOf, appendOf, at, expense } from './appends.ts'

// A process of its own that appends in every way there is, among others that do the same. Says "ready", waits for
// "go", and ends with what it was answered, as JSON.

export type Answers = { answered: { commandId: string; positions: number[] }[]; refused: number }

const [url = '', rounds = '0'] = process.argv.slice(2)
const pool = openPool(url, 2)
const log = await openLog({ url, pool })
const answers: Answers = { answered: [], refused: 0 }

console.log('ready')
await once(process.stdin, 'data')
for (let round = 0; round < Number(rounds); round++) {
  const [first, hot] = [expense(), shared(round % 5)]
  const own = appendOf([first, amendmentOf(first)])
  await Promise.all([
    tryTo(own),
    tryTo(appendOf([expense()])),
    // The same command from every process.
    tryTo(appendOf([shared(1_000 + round)], { commandId: `shared-${round}` })),
    // A claim that every process wants.
    tryTo(appendOf([expense()], { take: [{ claim: { kind: 'email', value: `${round}` }, stream: `user-${ana}` }] })),
    // A stream that every process appends to.
    tryTo(await onTopOf(expenseStream(hot.expenseId), hot)),
  ])
  await tryTo(own)
}
await log.close()
await pool.end()
process.stdin.destroy()
console.log(JSON.stringify(answers))

async function tryTo(append: Append): Promise<void> {
  try {
    const { events } = await log.append(append)
    const { commandId } = append
    answers.answered.push({ commandId, positions: events.map(({ position }) => position) })
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    answers.refused += 1
  }
}

async function onTopOf(stream: Stream, recorded: LedgerEvent & { expenseId: ExpenseId }): Promise<Append> {
  const { version, seenAt } = (await log.readStreams([stream])).get(stream)!
  return appendOf([version === 0 ? recorded : amendmentOf(recorded)], { guards: [at(stream, version, seenAt)] })
}

/** The same expense in every process. */
function shared(number: number) {
  const expenseId = ExpenseId.parse(`01970000-0000-7000-8000-${String(number).padStart(12, '0')}`)
  return { ...lunchRecorded, expenseId }
}
