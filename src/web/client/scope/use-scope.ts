import { useLocation } from 'preact-iso'
import { today } from '../page.ts'
import { within } from '../people/ledgers.ts'
import { address, readScope, saidOf, type Scope } from './scope.ts'

/** The scope that the address says, in a ledger that one may come into. */
export function useScope(): Scope {
  const { query } = useLocation()
  return within(readScope(query, today()))
}

/** Moves to the same page in another scope; what else the address says stays. */
export function useRescope(): (changed: Partial<Scope>) => void {
  const { path, query, route } = useLocation()
  return (changed) => {
    const { user: _user, period: _period, asOf: _asOf, ...rest } = query
    const scope = { ...within(readScope(query, today())), ...changed }
    route(address(path, { ...rest, ...saidOf(scope, today()) }))
  }
}

/** The address of another page in the same scope, `more` being what else it says. */
export function useLinks(): (path: string, more?: Record<string, string>, changed?: Partial<Scope>) => string {
  const scope = useScope()
  return (path, more = {}, changed = {}) => address(path, { ...saidOf({ ...scope, ...changed }, today()), ...more })
}
