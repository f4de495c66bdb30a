import type { ExpenseEvent } from '../../src/events/expense.ts'
import { expenseStream } from '../../src/events/expense.ts'
import { newId } from '../../src/events/ids.ts'
import type { Log } from '../../src/events/log/log.ts'
import { say } from '../run/say.ts'
import { metadata, type Person } from './people.ts'
import { laterOf, recording } from './story.ts'

/** Enough callers for full batches. */
const CALLERS = 1_000
const TOLD_EVERY = 250_000

/** What there is, how many events there are to be, and whether what is recorded is also amended and deleted. */
export type Wanted = { expenses: number; events: number; changes: boolean }

/** Appends expenses of `people` in turn through the log's writer until there are `events` events. */
export async function fill(log: Log, people: readonly Person[], { expenses, events, changes }: Wanted): Promise<void> {
  let { position } = await log.head()
  let [recorded, told] = [expenses, position]
  if (position < events) say(`Appending ${events - position} events to the large log …`)

  /** `seenAt`: only this process appends, so what it has appended itself still holds. */
  async function append(event: ExpenseEvent, version: number, seenAt: number): Promise<number> {
    const guards = [{ stream: expenseStream(event.expenseId), version, seenAt }]
    const appended = await log.append({ commandId: newId(), actorId: event.userId, metadata, events: [event], guards })
    return appended.position
  }

  /** What comes later comes thousands of events later, as all callers record before they change. */
  async function loop(): Promise<void> {
    while (position < events) {
      const six = Array.from({ length: 6 }, () => recording(people[recorded % people.length] as Person, recorded++))
      const later = changes ? laterOf(six) : []
      position += six.length + later.length
      let seenAt = Number.POSITIVE_INFINITY
      for (const event of six) seenAt = await append(event, 0, Number.POSITIVE_INFINITY)
      for (const event of later) seenAt = await append(event, 1, seenAt)
      tell()
    }
  }

  function tell(): void {
    if (position - told < TOLD_EVERY) return
    told = position
    say(`  ${position} of ${events}`)
  }

  await Promise.all(Array.from({ length: CALLERS }, loop))
}
