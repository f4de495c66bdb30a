import { useLocation } from 'preact-iso'
import type { Expense } from '../../api.ts'
import { changes, entry, today } from '../page.ts'
import { address } from '../scope/scope.ts'
import { useMayChange } from '../scope/use-may-change.ts'
import type { Filter } from './filter.ts'
import type { InlineField } from './inline/inline-edit.ts'
import { EditRow } from './later-parts.ts'
import { inline } from './list-page.ts'
import { useNarrow } from './use-filter.ts'

export type ListActions = ReturnType<typeof useListActions>

/** What can be done with an expense of the list. As known at an earlier moment, or by a viewer, it can only be looked at. */
export function useListActions({ whose }: Pick<Filter, 'whose'>) {
  const { query, route } = useLocation()
  const narrow = useNarrow()
  const canChange = useMayChange()
  const to = (expense: Expense, more: Record<string, string>) =>
    route(address('/expenses', { ...query, expense: expense.id, ...more }))
  return {
    canChange,
    narrow: (changed: Partial<Filter>) => narrow(changed),
    open: (expense: Expense) => to(expense, {}),
    history: (expense: Expense) => to(expense, { tab: 'history' }),
    edit(expense: Expense, field: InlineField) {
      if (canChange && !expense.deleted) void EditRow.preload().then(() => inline.begin(expense, field))
    },
    /** The form for a new one of today that is otherwise the same. */
    duplicate({ userId, amount, category, description, currency }: Expense) {
      entry.add({ userId, date: today(), currency, asksWhose: whose !== 'own' })
      entry.update({ amount, picked: category, description })
    },
    remove(expense: Expense) {
      if (canChange && !expense.deleted) void changes.remove(expense)
    },
    restore: (expense: Expense) => void changes.restore(expense),
  }
}
