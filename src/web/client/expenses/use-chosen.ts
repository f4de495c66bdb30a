import { MOST_EXPENSES } from '../../../events/batch.ts'
import type { User } from '../../api.ts'
import { useMayChange } from '../scope/use-may-change.ts'
import type { Which } from './bulk-changes.ts'
import { choiceOf } from './choice.ts'
import { queryOf, type Filter } from './filter.ts'
import { selection } from './list-page.ts'

export type Chosen = ReturnType<typeof useChosen>

/** What can be done with the chosen expenses; nothing as known at an earlier moment, or where one only looks. */
export function useChosen(me: User, filter: Filter) {
  const mayChange = useMayChange()
  const matching = matchingOf(filter, me)
  const { isAll, chosen, count } = selection
  const of = { isAll: isAll.value, count: count.value, some: chosen.value, matching }
  const { change, restore } = choiceOf(of, filter.deleted)
  const isTooMany = Math.max(change.count, restore.count) > MOST_EXPENSES
  return {
    /** Names all that match, whatever their order. */
    question: JSON.stringify([matching, filter.asOf]),
    which: change.which,
    count: mayChange ? change.count : 0,
    isTooMany,
    /** Those that can be restored, if any can. */
    deleted: mayChange && !isTooMany && restore.count > 0 ? restore.which : undefined,
    /** Whether all that match can be chosen as such: deleted ones and others together would not say which of them are meant. */
    canChooseAll: filter.deleted !== 'all',
  }
}

function matchingOf(filter: Filter, me: User): NonNullable<Which['filter']> {
  const { sort: _sort, asOf: _asOf, ...matching } = queryOf(filter, me.id)
  return matching
}
