import type { EventType } from '../../events/event.ts'
import type { ExpenseId, UserId } from '../../events/ids.ts'
import type { EventOf } from '../projection.ts'
import { searchable } from '../searchable.ts'
import type { Source } from './things.ts'

const types = ['ExpenseRecorded', 'ExpenseAmended'] as const satisfies readonly EventType[]
type Describing = EventOf<(typeof types)[number]>

/** Events that are opened at a time: some tens of milliseconds of work. */
const AT_ONCE = 2_500

/** Which expenses, of one user or all, had `q` in their description at `position`, to the letter and in any case. */
export async function describedBy(
  log: Source,
  { q, userId, position }: { q: string; userId?: UserId | undefined; position: number },
): Promise<Set<ExpenseId>> {
  const sought = searchable(q)
  const found = new Set<ExpenseId>()
  const where = { types, upTo: position, columns: ['event'] as const, ...(userId && { userId }) }
  for (let after = 0; ;) {
    const events = await log.readAfter(after, AT_ONCE, where)
    for (const { event } of events as readonly { event: Describing }[]) {
      const description = event.type === 'ExpenseRecorded' ? event.description : event.changes.description?.to
      if (description === undefined) continue
      if (searchable(description).includes(sought)) found.add(event.expenseId)
      else found.delete(event.expenseId)
    }
    if (events.length < AT_ONCE) return found
    after = events.at(-1)?.position ?? position
  }
}
