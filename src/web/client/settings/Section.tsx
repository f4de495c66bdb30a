import type { ComponentChildren } from 'preact'
import { pageMessages } from '../page-messages.ts'
import type { SectionName } from './sections.ts'

type Props = { name: SectionName; children: ComponentChildren }

/** A part of the settings: what it is about on the left, what can be chosen on the right. */
export function Section({ name, children }: Props) {
  const { title, text } = pageMessages.settings[name]
  return (
    <section class="settings-section" id={name} aria-labelledby={`${name}-title`}>
      <header>
        <h2 id={`${name}-title`}>{title}</h2>
        {text && <p class="muted">{text}</p>}
      </header>
      <div>{children}</div>
    </section>
  )
}
