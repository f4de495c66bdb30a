import { useLocation } from 'preact-iso'
import type { User } from '../../api.ts'
import { useLinks } from '../scope/use-scope.ts'
import { linksFor, type PageLink } from './links.ts'

/** The pages that `me` can go to, from here. */
export function usePageLinks(me: User): PageLink[] {
  const { path } = useLocation()
  const address = useLinks()
  return linksFor(me).map((link) => ({
    ...link,
    href: link.figures ? address(link.path) : link.path,
    current: link.path === path ? 'page' : undefined,
  }))
}
