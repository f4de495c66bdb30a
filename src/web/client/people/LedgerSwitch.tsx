import { useLocation } from 'preact-iso'
import type { User } from '../../api.ts'
import { Icon, type IconName } from '../frame/Icon.tsx'
import { linksFor } from '../frame/links.ts'
import { MenuButton } from '../frame/MenuButton.tsx'
import { messages } from '../messages.ts'
import { shared } from '../page.ts'
import type { Scope } from '../scope/scope.ts'
import { useLinks, useScope } from '../scope/use-scope.ts'
import { may } from './ledgers.ts'

type Props = { me: User; onChosen?: () => void }

/** From one's own ledger to those that others share, and back; once somebody shares one. */
export function LedgerSwitch({ me, onChosen }: Props) {
  const { route, path } = useLocation()
  const { whose } = useScope()
  const links = useLinks()
  const ledgers = shared.present.value
  const words = messages.ledgers
  if (ledgers.length === 0) return null
  const pages = linksFor(me).filter(({ figures }) => figures)
  function go(to: Scope['whose']) {
    const stays = pages.some((link) => link.path === path) || (path === '/activity' && may('audit', to))
    route(links(stays ? path : '/', {}, { whose: to }))
    onChosen?.()
  }
  const chosen = ledgers.find(({ userId }) => userId === whose)
  const items = [
    { label: words.own, icon: iconOf(!chosen), run: () => go('own') },
    ...ledgers.map((ledger) => ({
      label: words.of(ledger.name),
      icon: iconOf(ledger === chosen),
      run: () => go(ledger.userId),
    })),
  ]
  const label = chosen ? words.of(chosen.name) : words.own
  return (
    <MenuButton class="btn ledger-switch" label={words.change(label)} items={items}>
      <Icon name="people" /> <span class="word">{label}</span>
      <Icon name="open" />
    </MenuButton>
  )
}

const iconOf = (isChosen: boolean): IconName => (isChosen ? 'check' : 'person')
