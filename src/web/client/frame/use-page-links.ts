import { useLocation } from 'preact-iso'
import type { User } from '../../api.ts'
import { may } from '../people/ledgers.ts'
import { useLinks, useScope } from '../scope/use-scope.ts'
import { linksFor, type PageLink } from './links.ts'

/** The pages that `me` can go to, from here. */
export function usePageLinks(me: User): PageLink[] {
  const { path } = useLocation()
  const { whose } = useScope()
  const address = useLinks()
  // The trail of one's own, unless somebody else's ledger is looked at for it.
  const isAuditing = me.role !== 'admin' && whose !== 'own' && may('audit', whose)
  return linksFor(me).map((link) => ({
    ...link,
    href: link.figures || (link.path === '/activity' && isAuditing) ? address(link.path) : link.path,
    current: link.path === path ? 'page' : undefined,
  }))
}
