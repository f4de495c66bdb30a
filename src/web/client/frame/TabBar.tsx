import type { User } from '../../api.ts'
import { messages } from '../messages.ts'
import { useMayChange } from '../scope/use-may-change.ts'
import { Icon } from './Icon.tsx'
import { layer } from './layers.ts'
import type { PageLink } from './links.ts'
import { usePageLinks } from './use-page-links.ts'

/** The pages that a phone's bar has room for, on either side of adding. */
const sides = [['/', '/expenses'], ['/reports']]

/** The way around on phones, with adding in the middle; what it has no room for is behind the last one. */
export function TabBar({ me, onAdd }: { me: User; onAdd: () => void }) {
  const links = usePageLinks(me)
  const mayChange = useMayChange()
  const [left, right] = sides.map((paths) => links.filter(({ path }) => paths.includes(path)))
  const elsewhere = links.some(({ path, current }) => current && !sides.flat().includes(path))
  return (
    <nav class="tabbar" aria-label={messages.frame.pages}>
      {left?.map(TabLink)}
      <button type="button" disabled={!mayChange} onClick={onAdd}>
        <span class="add">
          <Icon name="plus" />
        </span>
        {messages.entry.add}
      </button>
      {right?.map(TabLink)}
      <button type="button" class={elsewhere ? 'here' : undefined} aria-haspopup="dialog" onClick={openMore}>
        <Icon name="more" />
        {messages.frame.more}
      </button>
    </nav>
  )
}

function openMore() {
  layer.value = 'more'
}

function TabLink({ path, href, label, icon, current }: PageLink) {
  return (
    <a key={path} href={href} aria-current={current}>
      <Icon name={icon} />
      {label}
    </a>
  )
}
