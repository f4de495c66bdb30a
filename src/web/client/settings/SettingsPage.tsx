import type { User } from '../../api.ts'
import { Page } from '../frame/Page.tsx'
import { pageMessages } from '../page-messages.ts'
import { About } from './About.tsx'
import { Appearance } from './Appearance.tsx'
import { Data } from './Data.tsx'
import { Formats } from './Formats.tsx'
import { Keyboard } from './Keyboard.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { ProfileForm } from './ProfileForm.tsx'
import { SecondFactor } from './second-factor/SecondFactor.tsx'
import { sections } from './sections.ts'
import { Sessions } from './Sessions.tsx'
import { Sharing } from './Sharing.tsx'
import { Tokens } from './Tokens.tsx'

/** Everything that is one's own to choose, on one page. */
export function SettingsPage({ me }: { me: User }) {
  return (
    <Page title={pageMessages.settings.title}>
      <div class="settings">
        <nav class="settings-nav" aria-label={pageMessages.settings.sections}>
          {sections.map((name) => (
            <a key={name} href={`#${name}`}>
              {pageMessages.settings[name].title}
            </a>
          ))}
        </nav>
        <div>
          <ProfileForm key={me.version} me={me} />
          <PasswordForm me={me} />
          <SecondFactor me={me} />
          <Sessions />
          <Tokens me={me} />
          <Sharing me={me} />
          <Formats me={me} />
          <Appearance />
          <Keyboard />
          <Data me={me} />
          <About />
        </div>
      </div>
    </Page>
  )
}
