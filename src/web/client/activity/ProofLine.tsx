import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { User } from '../../api.ts'
import { whyUnread } from '../form/why-unread.ts'
import { Icon } from '../frame/Icon.tsx'
import { pageMessages } from '../page-messages.ts'
import { format } from '../page.ts'
import { proof } from './parts.ts'
import { ProofPanel } from './ProofPanel.tsx'

/** What is signed and what was proved, no more; and the way to check it. */
export function ProofLine({ me }: { me: User }) {
  const asks = useSignal(false)
  const words = pageMessages.proof
  useEffect(() => void proof.load(), [])
  return (
    <section class="proof" aria-label={words.title}>
      <Icon name="shield" />
      <div class="proof-said">
        <Signed />
        <div role="status">
          <Proved isAdmin={me.role === 'admin'} />
        </div>
      </div>
      <div class="proof-tools">
        {me.role === 'admin' && (
          <button
            type="button"
            class="btn btn-hairline"
            aria-disabled={proof.proving.value}
            onClick={() => void proof.prove()}
          >
            {words.prove}
          </button>
        )}
        <button type="button" class="btn btn-link" onClick={() => (asks.value = true)}>
          {words.how}
        </button>
      </div>
      {proof.broken.value && <Broken {...proof.broken.value} />}
      {asks.value && <ProofPanel me={me} onLeave={() => (asks.value = false)} />}
    </section>
  )
}

function Signed() {
  const words = pageMessages.proof
  const signed = proof.signed.value
  if (!signed) return <p>{proof.unsigned.value === undefined ? ' ' : words.unsigned}</p>
  return (
    <p>
      <b>{words.signed(format.count(signed.position))}</b>{' '}
      <small>
        {words.rootHash} <code title={signed.rootHash}>{`${signed.rootHash.slice(0, 12)}…`}</code>
      </small>
    </p>
  )
}

/** Only admins can have it proved, so others are not told that nobody did. */
function Proved({ isAdmin }: { isAdmin: boolean }) {
  const words = pageMessages.proof
  const proved = proof.proved.value
  if (proof.proving.value) return <small>{words.proving}</small>
  if (proof.failure.value !== undefined) return <small>{whyUnread(proof.failure.value)}</small>
  if (proof.broken.value || !isAdmin) return null
  if (!proved) return <small>{words.neverProved}</small>
  return <small>{words.lastProved(format.moment(proved.at), format.count(proved.events))}</small>
}

function Broken({ position, problem }: { position: number; problem: string }) {
  const words = pageMessages.proof
  return (
    <div class="problem" role="alert">
      <p>{words.broken(format.count(position))}</p>
      <p>{problem}</p>
      <p>{words.brokenHelp}</p>
    </div>
  )
}
