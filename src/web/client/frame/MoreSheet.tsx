import type { User } from '../../api.ts'
import { messages } from '../messages.ts'
import { LedgerSwitch } from '../people/LedgerSwitch.tsx'
import { Icon } from './Icon.tsx'
import { layer } from './layers.ts'
import { Panel } from './Panel.tsx'
import { PrivacyButton } from './PrivacyButton.tsx'
import { SignOutButton } from './SignOutButton.tsx'
import { ThemeButton } from './ThemeButton.tsx'
import { usePageLinks } from './use-page-links.ts'

/** What stands in the rail of a wide screen and has no room in a phone's bar. */
export function MoreSheet({ me, onLeave }: { me: User; onLeave: () => void }) {
  const inBar = ['/', '/expenses', '/reports']
  const links = usePageLinks(me).filter(({ path }) => !inBar.includes(path))
  return (
    <Panel title={messages.frame.more} kind="sheet" onLeave={onLeave}>
      <nav aria-label={messages.frame.morePages}>
        {links.map(({ path, href, label, icon, current }) => (
          <a key={path} href={href} aria-current={current} onClick={onLeave}>
            <Icon name={icon} /> {label}
          </a>
        ))}
      </nav>
      <LedgerSwitch me={me} onChosen={onLeave} />
      <div class="sheet-tools">
        <button type="button" class="btn quiet" onClick={() => (layer.value = 'palette')}>
          <Icon name="search" /> {messages.frame.find}
        </button>
        <PrivacyButton />
        <ThemeButton />
        <SignOutButton />
      </div>
    </Panel>
  )
}
