import { useLocation } from 'preact-iso'
import type { User } from '../../api.ts'
import { messages } from '../messages.ts'
import { Icon } from './Icon.tsx'
import { linksFor, type Link } from './links.ts'

/** The way around on phones, with adding in the middle. */
export function TabBar({ me, onAdd }: { me: User; onAdd: () => void }) {
  const links = linksFor(me)
  const settings: Link = { path: '/settings', label: messages.settings.title, icon: 'settings' }
  return (
    <nav class="tabbar" aria-label={messages.frame.pages}>
      {links.slice(0, 2).map(TabLink)}
      <button type="button" onClick={onAdd}>
        <span class="add">
          <Icon name="plus" />
        </span>
        {messages.entry.add}
      </button>
      {[...links.slice(2, 3), settings].map(TabLink)}
    </nav>
  )
}

function TabLink({ path, label, icon }: Link) {
  const { path: now } = useLocation()
  return (
    <a key={path} href={path} aria-current={path === now ? 'page' : undefined}>
      <Icon name={icon} />
      {label}
    </a>
  )
}
