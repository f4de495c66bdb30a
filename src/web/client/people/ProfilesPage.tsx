import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { User } from '../../api.ts'
import { Icon } from '../frame/Icon.tsx'
import { Page } from '../frame/Page.tsx'
import { messages } from '../messages.ts'
import { people } from '../page.ts'
import { DeleteProfile } from './DeleteProfile.tsx'
import { lookAgain } from './look-again.ts'
import { ProfilePanel } from './ProfilePanel.tsx'
import { ProfileRow } from './ProfileRow.tsx'

type Open = { kind: 'add' } | { kind: 'change' | 'delete'; user: User }

export function ProfilesPage({ me }: { me: User }) {
  const open = useSignal<Open>()
  const close = () => (open.value = undefined)
  const deletedToo = people.deletedToo.value
  useEffect(lookAgain, [deletedToo])
  const dialog = open.value
  const tools = (
    <div class="head-tools">
      <button type="button" class="btn btn-ink" onClick={() => (open.value = { kind: 'add' })}>
        <Icon name="plus" /> {messages.people.add}
      </button>
    </div>
  )
  return (
    <Page title={messages.people.title} tools={tools} narrow>
      <ul class="rows">
        {people.all.value?.map((user) => (
          <ProfileRow
            key={user.id}
            me={me}
            user={user}
            onChange={() => (open.value = { kind: 'change', user })}
            onDelete={() => (open.value = { kind: 'delete', user })}
          />
        ))}
      </ul>
      <label class="form-check form-switch">
        <input
          class="form-check-input"
          type="checkbox"
          role="switch"
          checked={deletedToo}
          onChange={({ currentTarget }) => (people.deletedToo.value = currentTarget.checked)}
        />
        {messages.people.showDeleted}
      </label>
      {dialog?.kind === 'add' && <ProfilePanel me={me} onClose={close} />}
      {dialog?.kind === 'change' && <ProfilePanel me={me} user={dialog.user} onClose={close} />}
      {dialog?.kind === 'delete' && <DeleteProfile me={me} user={dialog.user} onClose={close} />}
    </Page>
  )
}
