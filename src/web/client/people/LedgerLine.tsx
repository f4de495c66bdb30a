import { useLocation } from 'preact-iso'
import type { User } from '../../api.ts'
import { Icon } from '../frame/Icon.tsx'
import { messages } from '../messages.ts'
import { shared } from '../page.ts'
import { useRescope, useScope } from '../scope/use-scope.ts'
import { may } from './ledgers.ts'

/** Says whose ledger is looked at where it is one that is shared, and what one may do there. */
export function LedgerLine({ me }: { me: User }) {
  const { whose } = useScope()
  const rescope = useRescope()
  const { path } = useLocation()
  const ledger = shared.present.value.find(({ userId }) => userId === whose)
  const isShown = path !== '/activity' || may('audit', whose)
  if (!ledger || !isShown || me.role === 'admin') return null
  const words = messages.ledgers
  return (
    <div class="ledger-line" role="status">
      <Icon name="people" />
      <p dir="auto">
        <b>{words.of(ledger.name)}</b>, {words.standing[ledger.role]}
      </p>
      <button type="button" onClick={() => rescope({ whose: 'own' })}>
        {words.back}
      </button>
    </div>
  )
}
