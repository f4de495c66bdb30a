import { isPrivate } from '../frame/privacy.ts'
import { theme } from '../frame/theme.ts'
import { themes } from '../frame/themes.ts'
import { messages } from '../messages.ts'
import { pageMessages } from '../page-messages.ts'
import { Choice } from './Choice.tsx'
import { keep } from './keep.ts'
import { Section } from './Section.tsx'
import { Switch } from './Switch.tsx'

/** What the page looks like. */
export function Appearance() {
  const words = pageMessages.settings.appearance
  return (
    <Section name="appearance">
      <Choice
        id="theme"
        label={messages.theme.label}
        value={theme.value}
        onChoose={(chosen) => keep({ theme: chosen })}
      >
        {themes.map((name) => (
          <option key={name} value={name}>
            {messages.theme[name]}
          </option>
        ))}
      </Choice>
      <Switch
        label={messages.privacy.label}
        hint={words.privacyHint}
        isOn={isPrivate.value}
        onSwitch={(isOn) => (isPrivate.value = isOn)}
      />
    </Section>
  )
}
