import { useSignal } from '@preact/signals'
import type { User } from '../../api.ts'
import { Answered } from '../frame/Answered.tsx'
import { Icon } from '../frame/Icon.tsx'
import { Page } from '../frame/Page.tsx'
import { useAnswer } from '../frame/use-answer.ts'
import { messages } from '../messages.ts'
import { server } from '../page.ts'
import { AsOfButton } from '../scope/AsOfButton.tsx'
import { useScope } from '../scope/use-scope.ts'
import { ProfileDialog, type Asked } from './ProfileDialog.tsx'
import { ProfileList } from './ProfileList.tsx'
import { readProfiles } from './profiles.ts'

/** Everybody, with what they spent; for admins. */
export function ProfilesPage({ me }: { me: User }) {
  const { asOf } = useScope()
  const asked = useSignal<Asked>()
  const deletedToo = useSignal(false)
  const wanted = { deletedToo: deletedToo.value, asOf }
  const answer = useAnswer(JSON.stringify(wanted), () => readProfiles(server, wanted))
  const mayChange = asOf === undefined
  const tools = (
    <div class="head-tools">
      <AsOfButton />
      <button type="button" class="btn btn-ink" disabled={!mayChange} onClick={() => (asked.value = { what: 'add' })}>
        <Icon name="plus" /> {messages.people.add}
      </button>
    </div>
  )
  return (
    <Page title={messages.people.title} tools={tools} narrow>
      <Answered of={answer}>
        {(profiles) => (
          <ProfileList me={me} of={profiles} ask={mayChange ? (next) => (asked.value = next) : undefined} />
        )}
      </Answered>
      <label class="form-check form-switch deleted-too">
        <input
          class="form-check-input"
          type="checkbox"
          role="switch"
          checked={deletedToo.value}
          onChange={({ currentTarget }) => (deletedToo.value = currentTarget.checked)}
        />
        {messages.people.showDeleted}
      </label>
      {asked.value && <ProfileDialog me={me} asked={asked.value} onClose={() => (asked.value = undefined)} />}
    </Page>
  )
}
