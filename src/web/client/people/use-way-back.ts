import { useLocation } from 'preact-iso'
import { useEffect } from 'preact/hooks'
import { messages } from '../messages.ts'
import { toasts, today } from '../page.ts'
import { address, readScope } from '../scope/scope.ts'
import { within } from './ledgers.ts'

/** Where the address names a ledger that one may not come into, or no more: back to one's own, with a word. */
export function useWayBack(): void {
  const { path, query, route } = useLocation()
  const said = readScope(query, today())
  const isClosed = within(said).whose !== said.whose
  useEffect(() => {
    if (!isClosed) return
    const { user: _user, expense: _expense, tab: _tab, ...rest } = query
    toasts.say(messages.ledgers.closed)
    route(address(path, rest), true)
  }, [isClosed])
}
