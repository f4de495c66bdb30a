import type { User } from '../../api.ts'
import { Icon } from '../frame/Icon.tsx'
import { pageMessages } from '../page-messages.ts'
import { Section } from './Section.tsx'

/** All of one's own expenses as a file, or all there is; and how programs get at it. */
export function Data({ me }: { me: User }) {
  const words = pageMessages.settings.data
  return (
    <Section name="data">
      <div class="settings-buttons">
        <a class="btn btn-hairline" href={`/api/expenses.csv?user=${me.id}`} target="_top">
          <Icon name="download" /> {words.csv}
        </a>
        <a class="btn btn-hairline" href={`/api/expenses.json?user=${me.id}`} target="_top">
          <Icon name="download" /> {words.json}
        </a>
        <a class="btn btn-hairline" href={`/api/users/${me.id}/data.json`} target="_top">
          <Icon name="download" /> {words.everything}
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
