import type { User } from '../../api.ts'
import { messages } from '../messages.ts'

export type PageIcon = 'house' | 'list' | 'chart' | 'history' | 'tags' | 'settings' | 'people' | 'gauge'

/** `figures` says that the page shows a period, whose and as known when: a way there stays in that scope. */
export type Link = { path: string; label: string; icon: PageIcon; figures: boolean }

/** A page to go to: its address in the present scope, and whether one is there. */
export type PageLink = Link & { href: string; current: 'page' | undefined }

/** The pages that `user` can go to. */
export function linksFor(user: User): Link[] {
  const { overview, expenses, reports, activity, categories, settings, people, admin } = messages
  const links: Link[] = [
    { path: '/', label: overview.title, icon: 'house', figures: true },
    { path: '/expenses', label: expenses.title, icon: 'list', figures: true },
    { path: '/reports', label: reports.title, icon: 'chart', figures: true },
    { path: '/activity', label: activity.title, icon: 'history', figures: false },
    { path: '/categories', label: categories.title, icon: 'tags', figures: true },
    { path: '/settings', label: settings.title, icon: 'settings', figures: false },
  ]
  const forAdmins: Link[] = [
    { path: '/profiles', label: people.title, icon: 'people', figures: false },
    { path: '/admin', label: admin.title, icon: 'gauge', figures: false },
  ]
  return user.role === 'admin' ? [...links, ...forAdmins] : links
}
