import type { Changes } from '../../api.ts'
import type { Deed } from '../words/overview.ts'

/** What an event did to a report. An expense may also come and go with the profile that it belongs to. */
const deedOf: Record<string, Deed> = {
  ExpenseRecorded: 'recorded',
  ExpenseAmended: 'amended',
  ExpenseDeleted: 'deleted',
  ExpenseRestored: 'restored',
  UserDeleted: 'hidden',
  UserRestored: 'shown',
}

/** How often what was done to the expenses of a report. */
export function deedsIn({ items }: Pick<Changes, 'items'>): Record<Deed, number> {
  const counts = { recorded: 0, amended: 0, deleted: 0, restored: 0, hidden: 0, shown: 0 }
  for (const { type } of items.flatMap(({ events }) => events)) {
    const deed = Object.hasOwn(deedOf, type) ? deedOf[type] : undefined
    if (deed) counts[deed] += 1
  }
  return counts
}
