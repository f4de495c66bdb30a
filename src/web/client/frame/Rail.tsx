import { useLocation } from 'preact-iso'
import type { User } from '../../api.ts'
import { messages } from '../messages.ts'
import { initials } from '../people/people.ts'
import { Icon } from './Icon.tsx'
import { linksFor } from './links.ts'
import { SignOutButton } from './SignOutButton.tsx'
import { ThemeButton } from './ThemeButton.tsx'

/** The way around on wide screens; between phone and desktop only its pictures are seen. */
export function Rail({ me }: { me: User }) {
  const { path } = useLocation()
  return (
    <header class="rail">
      <a class="brand" href="/">
        <Icon name="ledger" /> <span>{messages.brand}</span>
      </a>
      <nav aria-label={messages.frame.pages}>
        {linksFor(me).map((link) => (
          <a key={link.path} href={link.path} title={link.label} aria-current={link.path === path ? 'page' : undefined}>
            <Icon name={link.icon} /> <span>{link.label}</span>
          </a>
        ))}
      </nav>
      <div class="foot">
        <a class="who" href="/settings" title={me.name} aria-current={path === '/settings' ? 'page' : undefined}>
          <span class="dot" aria-hidden="true">
            {initials(me.name)}
          </span>
          <span class="who-name">
            <b dir="auto">{me.name}</b>
            <small>{messages.frame.ownLedger(me.currency)}</small>
          </span>
        </a>
        <div class="foot-tools">
          <ThemeButton />
          <SignOutButton />
        </div>
      </div>
    </header>
  )
}
