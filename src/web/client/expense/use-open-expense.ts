import { useLocation } from 'preact-iso'
import type { ExpenseId } from '../../../events/ids.ts'
import { readId } from '../read-id.ts'
import { address } from '../scope/scope.ts'

export const tabs = ['details', 'history'] as const
export type Tab = (typeof tabs)[number]

/** The expense that the address opens over the list: `/expenses?expense=…&tab=history`. */
export function useOpenExpense() {
  const { path, query, route } = useLocation()
  const { expense, tab, ...rest } = query
  const id = readId<ExpenseId>(path === '/expenses' ? expense : undefined)
  const shown: Tab = tab === 'history' ? 'history' : 'details'
  return {
    id,
    tab: shown,
    /** In place: Back closes the panel, whatever was looked at in it. */
    show: (next: Tab) =>
      route(address(path, { ...rest, ...(id && { expense: id }), ...(next === 'history' && { tab: next }) }), true),
    close: () => goTo(address(path, rest), route),
  }
}

/** Goes back where that leads to `target`, so that Back does not come by it twice. */
function goTo(target: string, route: (url: string, replace?: boolean) => void) {
  const { navigation } = window as { navigation?: Pick<Navigation, 'entries' | 'currentEntry'> }
  const before = navigation?.entries()[(navigation.currentEntry?.index ?? 0) - 1]?.url
  if (before === new URL(target, location.href).href) history.back()
  else route(target, true)
}
