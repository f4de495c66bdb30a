import { useLocation } from 'preact-iso'
import type { User } from '../../api.ts'
import { ownFirst } from '../expenses/days.ts'
import { errorsOf } from '../form/submission.ts'
import { Icon } from '../frame/Icon.tsx'
import { MenuButton } from '../frame/MenuButton.tsx'
import { messages } from '../messages.ts'
import { format, people, server, toasts } from '../page.ts'
import { lookAgain } from './look-again.ts'
import { initials } from './people.ts'

type Props = { me: User; user: User; onChange: () => void; onDelete: () => void }

export function ProfileRow({ me, user, onChange, onDelete }: Props) {
  const { route } = useLocation()
  const words = messages.people
  const isMe = user.id === me.id
  return (
    <li class={user.deleted ? 'row-line deleted' : 'row-line'}>
      <span class="dot" aria-hidden="true">
        {initials(user.name)}
      </span>
      <div class="row-main">
        <b dir="auto">{user.name}</b>
        {user.role === 'admin' && <span class="badge">{words.roles.admin}</span>}
        {isMe && <span class="badge">{words.you}</span>}
        {user.deleted && <span class="badge">{words.deletedBadge}</span>}
        <small>{user.email}</small>
      </div>
      <Spent user={user} />
      {user.deleted ? (
        <button type="button" class="btn btn-hairline" onClick={() => void restore(user)}>
          <Icon name="back" /> {messages.list.restore}
        </button>
      ) : (
        <MenuButton
          class="btn quiet"
          label={messages.list.actions(user.name)}
          items={[
            {
              label: words.show,
              icon: 'list',
              run: () => route(isMe ? '/expenses?period=all' : `/expenses?user=${user.id}&period=all`),
            },
            { label: words.change, icon: 'pencil', run: onChange },
            { label: words.remove, icon: 'trash', run: onDelete },
          ]}
        >
          <Icon name="more" />
        </MenuButton>
      )}
    </li>
  )
}

function Spent({ user }: { user: User }) {
  const totals = ownFirst(people.totals.value.get(user.id) ?? [], user)
  if (user.deleted) return null
  return (
    <div class="row-figures">
      {totals.length === 0 && <small>{messages.people.nothingSpent}</small>}
      {totals.map(({ currency, count, total }) => (
        <div key={currency}>
          <span class="num">{format.money(total, currency)}</span> <small>{messages.list.count(count)}</small>
        </div>
      ))}
    </div>
  )
}

async function restore(user: User) {
  try {
    await server.restoreUser(user)
    toasts.say(messages.people.restored(user.name))
  } catch (error) {
    toasts.say(errorsOf(error)[0]?.message ?? '')
  }
  lookAgain()
}
