import type { Expense, User } from '../../api.ts'
import { wide } from '../frame/wide.ts'
import type { Filter } from './filter.ts'
import { focusRow, isFocusInRows } from './list-focus.ts'
import type { ListAction } from './list-keys.ts'
import { asking, bulk, cursor, selection } from './list-page.ts'
import { useChosen } from './use-chosen.ts'
import { useListActions } from './use-list-actions.ts'

type Press = Pick<KeyboardEvent, 'key' | 'target'>

/** Does what a key means; says whether it meant anything. What is chosen comes before the row that the keys are at. */
export function useKeyActions(me: User, filter: Filter): (action: ListAction, press: Press) => boolean {
  const act = useListActions(filter)
  const { which, count, isTooMany } = useChosen(me, filter)

  const toChosen: Partial<Record<ListAction, () => void>> = {
    category: () => (asking.value = 'category'),
    date: () => (asking.value = 'date'),
    remove: () => void bulk.remove(which),
  }
  const toRow: Partial<Record<ListAction, (at: Expense) => void>> = {
    next: () => walk(cursor.move(1)),
    previous: () => walk(cursor.move(-1)),
    first: () => walk(cursor.first()),
    last: () => walk(cursor.last()),
    choose: (at) => selection.toggle(at),
    chooseRange: (at) => selection.toggleRange(at),
    open: act.open,
    edit: (at) => act.edit(at, 'description'),
    category: (at) => act.edit(at, 'category'),
    date: (at) => act.edit(at, 'date'),
    remove: (at) => act.remove(at),
    history: act.history,
  }

  function clear(): boolean {
    const isAnything = selection.isAny.peek()
    selection.clear()
    return isAnything
  }
  function inList(action: ListAction, { key, target }: Press): boolean {
    const at = cursor.at.peek()
    if (!at || !wide.peek()) return false
    // The arrows scroll the page until a letter, Tab or a click has led into the list.
    if (!isFocusInRows()) return (key === 'j' || key === 'k') && walk(at)
    const isOfControl = (key === ' ' || key === 'Enter') && !(target instanceof HTMLTableRowElement)
    if (isOfControl) return false
    toRow[action]?.(at)
    return true
  }

  return (action, press) => {
    if (action === 'clear') return clear()
    const many = count > 0 ? toChosen[action] : undefined
    if (!many) return inList(action, press)
    if (!isTooMany) many()
    return true
  }
}

function walk(to: Expense | undefined): boolean {
  if (to) focusRow(to)
  return to !== undefined
}
