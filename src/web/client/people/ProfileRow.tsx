import { useLocation } from 'preact-iso'
import type { Total, User } from '../../api.ts'
import { Amount } from '../expenses/Amount.tsx'
import { ownFirst } from '../expenses/days.ts'
import { Icon } from '../frame/Icon.tsx'
import { MenuButton, type MenuItem } from '../frame/MenuButton.tsx'
import { messages } from '../messages.ts'
import { format } from '../page.ts'
import { useLinks } from '../scope/use-scope.ts'
import type { Asked } from './ProfileDialog.tsx'
import { changes } from './parts.ts'
import { initials } from './people.ts'
import { isErased, type Profile } from './profiles.ts'

/** Without `ask` nothing can be changed. */
type Props = { me: User; of: Profile; ask: ((asked: Asked) => void) | undefined }

export function ProfileRow({ me, of: { user, totals }, ask }: Props) {
  return (
    <li class={user.deleted ? 'row-line deleted' : 'row-line'}>
      <span class="dot" aria-hidden="true">
        {initials(user.name)}
      </span>
      <Name me={me} user={user} />
      {!user.deleted && <Spent user={user} totals={totals} />}
      {user.deleted && ask && !isErased(user) && (
        <button type="button" class="btn btn-hairline" onClick={() => void changes.restore(user)}>
          <Icon name="back" /> {messages.list.restore}
        </button>
      )}
      <Actions me={me} user={user} ask={ask} />
    </li>
  )
}

function Name({ me, user }: { me: User; user: User }) {
  const words = messages.people
  if (isErased(user)) return <ErasedName />
  return (
    <div class="row-main">
      <b dir="auto">{user.name}</b>
      {user.role === 'admin' && <span class="badge">{words.roles.admin}</span>}
      {user.id === me.id && <span class="badge">{words.you}</span>}
      {user.deleted && <span class="badge">{words.deletedBadge}</span>}
      <small>{user.email}</small>
    </div>
  )
}

function ErasedName() {
  const { name, left } = messages.people.erasing
  return (
    <div class="row-main">
      <span>{name}</span>
      <small>{left}</small>
    </div>
  )
}

function Spent({ user, totals }: { user: User; totals: readonly Total[] }) {
  return (
    <div class="row-figures">
      {totals.length === 0 && <small>{messages.people.nothingSpent}</small>}
      {ownFirst(totals, user).map(({ currency, count, total }) => (
        <div key={currency}>
          <Amount me={user} of={{ amount: total, currency }} plain={false} />{' '}
          <small>{messages.list.countOf(count, format.count(count))}</small>
        </div>
      ))}
    </div>
  )
}

function Actions({ me, user, ask }: Omit<Props, 'of'> & { user: User }) {
  const { route } = useLocation()
  const links = useLinks()
  const words = messages.people
  const isMe = user.id === me.id
  const expenses = links('/expenses', {}, { whose: isMe ? 'own' : user.id, period: 'all' })
  const items: MenuItem[] = user.deleted ? [] : [{ label: words.show, icon: 'list', run: () => route(expenses) }]
  if (ask && !user.deleted) {
    items.push({ label: words.change, icon: 'pencil', run: () => ask({ what: 'change', user }) })
    // One's own is changed in the settings, by whoever knows it.
    if (!isMe) {
      items.push({ label: words.setPassword, icon: 'shield', run: () => ask({ what: 'password', user }) })
      const { remove } = words.secondFactor
      items.push({ label: remove, icon: 'cross', run: () => ask({ what: 'second factor', user }) })
    }
    items.push({ label: words.remove, icon: 'trash', run: () => ask({ what: 'delete', user }) })
  }
  if (ask && !isErased(user)) {
    items.push({ label: words.erasing.erase, icon: 'erase', run: () => ask({ what: 'erase', user }) })
  }
  if (items.length === 0) return null
  return (
    <MenuButton class="btn quiet" label={messages.list.actions(user.name)} items={items}>
      <Icon name="more" />
    </MenuButton>
  )
}
