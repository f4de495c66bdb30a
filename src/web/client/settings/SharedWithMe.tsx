import { useSignal } from '@preact/signals'
import type { SharedLedger, User } from '../../api.ts'
import { messages } from '../messages.ts'
import { pageMessages } from '../page-messages.ts'
import { shared } from '../page.ts'
import { address } from '../scope/scope.ts'
import { LeaveLedger } from './LeaveLedger.tsx'

/** The ledgers of others that one may come into; each can be left. */
export function SharedWithMe({ me }: { me: User }) {
  const leaving = useSignal<SharedLedger>()
  const ledgers = shared.present.value
  const words = pageMessages.settings.sharing
  return (
    <>
      {ledgers.length > 0 && (
        <section class="shared-with-me" aria-labelledby="shared-with-me">
          <h3 id="shared-with-me">{words.withMe}</h3>
          <ul class="rows">
            {ledgers.map((ledger) => (
              <li key={ledger.userId} class="row-line">
                <div class="row-main">
                  <a href={address('/', { user: ledger.userId })} dir="auto">
                    {messages.ledgers.of(ledger.name)}
                  </a>
                  <small>
                    {ledger.currency} · {messages.ledgers.standing[ledger.role]}
                  </small>
                </div>
                <button
                  type="button"
                  class="btn btn-hairline"
                  aria-label={words.leaveNamed(ledger.name)}
                  onClick={() => (leaving.value = ledger)}
                >
                  {words.leave}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {leaving.value && <LeaveLedger me={me} ledger={leaving.value} onClose={() => (leaving.value = undefined)} />}
    </>
  )
}
