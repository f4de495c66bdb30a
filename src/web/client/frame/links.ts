import type { User } from '../../api.ts'
import { messages } from '../messages.ts'
import type { IconName } from './Icon.tsx'

export type Link = { path: string; label: string; icon: IconName }

/** The pages that `user` can go to, oneself last. */
export function linksFor(user: User): Link[] {
  const { expenses, categories, people } = messages
  const links: Link[] = [
    { path: '/', label: expenses.title, icon: 'list' },
    { path: '/categories', label: categories.title, icon: 'tags' },
  ]
  return user.role === 'admin' ? [...links, { path: '/profiles', label: people.title, icon: 'people' }] : links
}
