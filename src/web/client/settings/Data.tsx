import type { User } from '../../api.ts'
import { Icon } from '../frame/Icon.tsx'
import { messages } from '../messages.ts'
import { Section } from './Section.tsx'

/** All of one's own expenses as a file, and how programs get at them. */
export function Data({ me }: { me: User }) {
  const words = messages.settings.data
  return (
    <Section name="data">
      <div class="settings-buttons">
        <a class="btn btn-hairline" href={`/api/expenses.csv?user=${me.id}`} target="_top">
          <Icon name="download" /> {words.csv}
        </a>
        <a class="btn btn-hairline" href={`/api/expenses.json?user=${me.id}`} target="_top">
          <Icon name="download" /> {words.json}
        </a>
      </div>
      <p class="hint">
        {words.deletedToo}{' '}
        <a href="/api/docs" target="_top">
          {words.docs}
        </a>
      </p>
    </Section>
  )
}
