import type { Expense } from '../../api.ts'
import type { MenuItem } from '../frame/MenuButton.tsx'
import { messages } from '../messages.ts'
import { filtersOf } from './filter-by.ts'
import type { Filter } from './filter.ts'
import { selection } from './list-page.ts'
import type { ListActions } from './use-list-actions.ts'

/** All that can be done with one expense, by mouse and by touch. */
export function menuOf(expense: Expense, filter: Filter, act: ListActions): MenuItem[] {
  const words = messages.list
  const items: (MenuItem | false)[] = [
    act.canChange && !expense.deleted
      ? { label: words.edit, icon: 'pencil', run: () => act.open(expense) }
      : { label: words.open, icon: 'right', run: () => act.open(expense) },
    { label: words.history, icon: 'history', run: () => act.history(expense) },
    act.canChange && { label: words.duplicate, icon: 'copy', run: () => act.duplicate(expense) },
    { label: words.select, icon: 'choose', run: () => selection.add(expense) },
    ...filtersOf(expense, filter).map(({ label, changed }) => ({
      label,
      icon: 'funnel' as const,
      run: () => act.narrow(changed),
    })),
    act.canChange && expense.deleted && { label: words.restore, icon: 'back', run: () => act.restore(expense) },
    act.canChange && !expense.deleted && { label: words.remove, icon: 'trash', run: () => act.remove(expense) },
  ]
  return items.filter((item) => item !== false)
}
