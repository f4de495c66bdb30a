import { Icon } from '../frame/Icon.tsx'
import { layer } from '../frame/layers.ts'
import { messages } from '../messages.ts'
import { pageMessages } from '../page-messages.ts'
import { preferences } from '../page.ts'
import { keep } from './keep.ts'
import { Section } from './Section.tsx'
import { Switch } from './Switch.tsx'

/** Shortcuts, and doing without those that are single letters. */
export function Keyboard() {
  const words = pageMessages.settings.keyboard
  return (
    <Section name="keyboard">
      <Switch
        label={words.letters}
        hint={words.lettersHint}
        isOn={preferences.now.value.letterKeys}
        onSwitch={(letterKeys) => keep({ letterKeys })}
      />
      <button type="button" class="btn btn-hairline" onClick={() => (layer.value = 'shortcuts')}>
        <Icon name="keyboard" /> {messages.keys.shortcuts}
      </button>
    </Section>
  )
}
