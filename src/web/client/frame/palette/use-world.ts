import { useLocation } from 'preact-iso'
import type { User } from '../../../api.ts'
import { categories } from '../../page.ts'
import { othersLedgers } from '../../people/ledgers.ts'
import { useLinks } from '../../scope/use-scope.ts'
import { keep } from '../../settings/keep.ts'
import type { PageAction } from '../keys.ts'
import { isPrivate } from '../privacy.ts'
import { signOut } from '../sign-out.ts'
import { usePageLinks } from '../use-page-links.ts'
import type { World } from './items.ts'
import { rememberSearch, searchesOf } from './searches.ts'

/** What the palette can do, as `me`, while `text` is typed into it. */
export function useWorld(me: User, act: (action: PageAction) => void, text: string): World {
  const { route } = useLocation()
  const address = useLinks()
  return {
    ...{ text, act, route, signOut },
    links: usePageLinks(me),
    searches: searchesOf(me.id, localStorage),
    categories: (categories.of(me.id).value ?? []).filter(({ archived }) => !archived),
    people: othersLedgers(me, 'see'),
    isPrivate: isPrivate.value,
    expenses(more) {
      if (more.q !== undefined) rememberSearch(me.id, more.q, localStorage)
      return address('/expenses', more)
    },
    choose: (theme) => keep({ theme }),
    hide: (hidden) => (isPrivate.value = hidden),
  }
}
