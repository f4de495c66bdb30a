import { MOST_EXPENSES } from '../../../events/batch.ts'
import type { User } from '../../api.ts'
import { useMayChange } from '../scope/use-may-change.ts'
import type { Which } from './bulk-changes.ts'
import { queryOf, type Filter } from './filter.ts'
import { selection } from './list-page.ts'

export type Chosen = ReturnType<typeof useChosen>

/** What of the chosen expenses can be changed, and how the server is told which. */
export function useChosen(me: User, filter: Filter) {
  const mayChange = useMayChange()
  const matching = matchingOf(filter, me)
  const isAll = selection.isAll.value
  const chosen = selection.chosen.value
  const open = chosen.filter(({ deleted }) => !deleted)
  const count = isAll ? selection.count.value : open.length
  return {
    /** Names all that match, whatever their order. */
    question: JSON.stringify([matching, filter.asOf]),
    which: isAll ? { filter: matching } : ({ ids: open.map(({ id }) => id) } satisfies Which),
    /** How many can be changed; none as known at an earlier moment, or where one only looks. */
    count: mayChange ? count : 0,
    isTooMany: count > MOST_EXPENSES,
    deleted: mayChange && !isAll ? chosen.filter(({ deleted }) => deleted) : [],
    /** Whether all that match can be chosen as such: among deleted ones it would not say which of them are meant. */
    canChooseAll: filter.deleted === 'false',
  }
}

function matchingOf(filter: Filter, me: User): NonNullable<Which['filter']> {
  const { sort: _sort, asOf: _asOf, ...matching } = queryOf(filter, me.id)
  return matching
}
