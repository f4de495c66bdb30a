import { expenseStream } from '../../src/events/expense.ts'
import { newId } from '../../src/events/ids.ts'
import type { Log } from '../../src/events/log/log.ts'
import { openLedger } from '../../src/ops/ledger.ts'
import { metadata, type Person } from '../large/people.ts'
import { recording } from '../large/story.ts'
import { quantile, times } from '../measure.ts'

/** Appends by one caller, of which half is told; and of many callers together. */
const [SINGLE, TOGETHER, CALLERS] = [200, 1_000, 64]

/** Milliseconds of one append alone, and of a thousand that many callers share; each is answered when its commit is durable. */
export async function timeAppends(url: string, people: readonly Person[], rounds: number) {
  const { log, close } = await openLedger(url)
  const append = appending(log, people)
  try {
    const single = await times(SINGLE, append)
    const together = await times(rounds, () => shared(TOGETHER, append))
    return { append: quantile(single, 0.5), thousand: quantile(together, 0.5) }
  } finally {
    await close()
  }
}

/** Records one more expense of one of `people`, in turn. */
function appending(log: Log, people: readonly Person[]): () => Promise<void> {
  let number = 0
  return async () => {
    const event = recording(people[number % people.length] as Person, number++)
    // Nobody looked: the unique key settles that the stream is new.
    const guards = [{ stream: expenseStream(event.expenseId), version: 0, seenAt: Number.POSITIVE_INFINITY }]
    await log.append({ commandId: newId(), actorId: event.userId, metadata, events: [event], guards })
  }
}

async function shared(count: number, work: () => Promise<void>): Promise<void> {
  let left = count
  const loop = async () => {
    while (left-- > 0) await work()
  }
  await Promise.all(Array.from({ length: CALLERS }, loop))
}
