import { useLocation } from 'preact-iso'
import { today } from '../page.ts'
import { within } from '../people/ledgers.ts'
import { addressOf, readFilter, type Filter } from './filter.ts'

/** The filter that the address says, in a ledger that one may come into. */
export function useFilter(): Filter {
  const { query } = useLocation()
  return within(readFilter(query, today()))
}

/** Moves to the address of another filter; while somebody types, in place, so that Back does not undo letter by letter. */
export function useNarrow(): (changed: Partial<Filter>, replace?: boolean) => void {
  const { route } = useLocation()
  const filter = useFilter()
  return (changed, replace = false) => route(addressOf({ ...filter, ...changed }, today()), replace)
}
