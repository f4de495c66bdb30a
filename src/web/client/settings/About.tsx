import { version } from '../../../../package.json'
import { pageMessages } from '../page-messages.ts'
import { Section } from './Section.tsx'

export function About() {
  return (
    <Section name="about">
      <p>{pageMessages.settings.about.version(version)}</p>
    </Section>
  )
}
