import { useLocation } from 'preact-iso'
import type { User } from '../../api.ts'
import { messages } from '../messages.ts'
import { LedgerSwitch } from '../people/LedgerSwitch.tsx'
import { initials } from '../people/people.ts'
import { Icon } from './Icon.tsx'
import type { PageAction } from './keys.ts'
import { Keys } from './Keys.tsx'
import { PrivacyButton } from './PrivacyButton.tsx'
import { SignOutButton } from './SignOutButton.tsx'
import { collapsed, roomy } from './slim.ts'
import { ThemeButton } from './ThemeButton.tsx'
import { usePageLinks } from './use-page-links.ts'

/** The way around on wide screens; its pictures only where there is little room, or where somebody wants it so. */
export function Rail({ me, act }: { me: User; act: (action: PageAction) => void }) {
  const links = usePageLinks(me)
  const words = messages.frame
  return (
    <header class="rail">
      <div class="rail-top">
        <a class="brand" href="/">
          <Icon name="ledger" /> <span class="word">{messages.brand}</span>
        </a>
        {roomy.value && <CollapseButton />}
      </div>
      <button type="button" class="rail-find" title={messages.keys.palette} onClick={() => act('palette')}>
        <Icon name="search" /> <span class="word">{words.find}</span>{' '}
        <span class="word" aria-hidden="true">
          <Keys of={['Mod+k']} />
        </span>
      </button>
      <nav aria-label={words.pages}>
        {links.map(({ path, href, label, icon, current }) => (
          <a key={path} href={href} title={label} aria-current={current}>
            <Icon name={icon} /> <span class="word">{label}</span>
          </a>
        ))}
      </nav>
      <div class="foot">
        <LedgerSwitch me={me} />
        <Who me={me} />
        <div class="foot-tools">
          <PrivacyButton />
          <ThemeButton />
          <button type="button" class="btn quiet" title={messages.keys.title} onClick={() => act('shortcuts')}>
            <Icon name="keyboard" /> <span class="visually-hidden">{messages.keys.title}</span>
          </button>
          <SignOutButton />
        </div>
      </div>
    </header>
  )
}

function CollapseButton() {
  const words = messages.frame
  const label = collapsed.value ? words.expand : words.collapse
  return (
    <button type="button" class="btn quiet" title={label} onClick={() => (collapsed.value = !collapsed.value)}>
      <Icon name="sidebar" /> <span class="visually-hidden">{label}</span>
    </button>
  )
}

function Who({ me }: { me: User }) {
  const { path } = useLocation()
  return (
    <a class="who" href="/settings" title={me.name} aria-current={path === '/settings' ? 'page' : undefined}>
      <span class="dot" aria-hidden="true">
        {initials(me.name)}
      </span>
      <span class="who-name">
        <b dir="auto">{me.name}</b>
        <small>{messages.frame.ownLedger(me.currency)}</small>
      </span>
    </a>
  )
}
