import { useSignal } from '@preact/signals'
import type { User } from '../../api.ts'
import { Icon } from '../frame/Icon.tsx'
import { messages } from '../messages.ts'
import { format } from '../page.ts'
import type { Asked } from './ProfileDialog.tsx'
import { ProfileRow } from './ProfileRow.tsx'
import { matching, type Profile } from './profiles.ts'

/** From so many people on, there is a box to search in. */
const MANY = 8

type Props = { me: User; of: readonly Profile[]; ask: ((asked: Asked) => void) | undefined }

export function ProfileList({ me, of, ask }: Props) {
  const typed = useSignal('')
  const found = matching(of, typed.value)
  const words = messages.people
  return (
    <>
      {of.length >= MANY && (
        <search>
          <label class="search-people">
            <Icon name="search" />
            <span class="visually-hidden">{words.search}</span>
            <input
              type="search"
              class="form-control"
              placeholder={words.search}
              dir="auto"
              value={typed}
              onInput={({ currentTarget }) => (typed.value = currentTarget.value)}
            />
          </label>
        </search>
      )}
      <p class="visually-hidden" role="status">
        {words.count(found.length, format.count(found.length))}
      </p>
      {found.length === 0 && <p class="muted">{words.noneFound}</p>}
      <ul class="rows">
        {found.map((profile) => (
          <ProfileRow key={profile.user.id} me={me} of={profile} ask={ask} />
        ))}
      </ul>
    </>
  )
}
