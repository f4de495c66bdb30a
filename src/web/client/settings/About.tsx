import { version } from '../../../../package.json'
import { messages } from '../messages.ts'
import { Section } from './Section.tsx'

export function About() {
  return (
    <Section name="about">
      <p>{messages.settings.about.version(version)}</p>
    </Section>
  )
}
