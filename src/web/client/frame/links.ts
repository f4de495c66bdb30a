import type { User } from '../../api.ts'
import { messages } from '../messages.ts'
import type { IconName } from './Icon.tsx'

export type Link = { path: string; label: string; icon: IconName }

/** The pages that `user` can go to, oneself last. */
export function linksFor(user: User): Link[] {
  const { overview, expenses, reports, activity, categories, people, admin } = messages
  const links: Link[] = [
    { path: '/', label: overview.title, icon: 'house' },
    { path: '/expenses', label: expenses.title, icon: 'list' },
    { path: '/reports', label: reports.title, icon: 'chart' },
    { path: '/activity', label: activity.title, icon: 'history' },
    { path: '/categories', label: categories.title, icon: 'tags' },
  ]
  const forAdmins: Link[] = [
    { path: '/profiles', label: people.title, icon: 'people' },
    { path: '/admin', label: admin.title, icon: 'gauge' },
  ]
  return user.role === 'admin' ? [...links, ...forAdmins] : links
}
