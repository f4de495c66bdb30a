import type { SignedCheckpoint, User } from '../../api.ts'
import { Icon } from '../frame/Icon.tsx'
import { Panel } from '../frame/Panel.tsx'
import { pageMessages } from '../page-messages.ts'
import { format } from '../page.ts'
import { offer } from '../reports/offer.ts'
import { Copyable } from './Copyable.tsx'
import { proof } from './parts.ts'

/** The signed checkpoint, and how anybody checks the log against it without taking the ledger's word. */
export function ProofPanel({ me, onLeave }: { me: User; onLeave: () => void }) {
  const words = pageMessages.proof
  const signed = proof.signed.value
  return (
    <Panel title={words.how} onLeave={onLeave}>
      <p>{words.what}</p>
      {signed ? <Checkpoint of={signed} isAdmin={me.role === 'admin'} /> : <p class="note">{words.unsigned}</p>}
      <p class="hint">{words.limits}</p>
      <p>
        <a href="/api/docs#readCheckpoint" target="_blank">
          {words.api}
        </a>
      </p>
    </Panel>
  )
}

function Checkpoint({ of, isAdmin }: { of: SignedCheckpoint; isAdmin: boolean }) {
  const words = pageMessages.proof
  const file = `checkpoint-${of.position}.json`
  return (
    <>
      <h3>{words.signed(format.count(of.position))}</h3>
      <Copyable label={words.rootHash} text={of.rootHash} />
      <Copyable label={words.publicKey} text={of.publicKey} />
      <p>{words.keep}</p>
      <button
        type="button"
        class="btn btn-ink wide"
        onClick={() => offer(file, `${JSON.stringify(of, null, 2)}\n`, 'application/json')}
      >
        <Icon name="download" /> {words.download}
      </button>
      <p>{words.run}</p>
      <pre tabIndex={0}>{`npm run ledger -- verify --checkpoint ${file}`}</pre>
      {isAdmin && (
        <>
          <p>{words.export}</p>
          <a class="btn btn-hairline wide" href="/api/audit/export" download>
            <Icon name="download" /> {words.exportDo}
          </a>
          <p>{words.runExport}</p>
          <pre tabIndex={0}>{`npm run ledger -- verify audit-${of.position}.ndjson --key '${of.publicKey}'`}</pre>
        </>
      )}
    </>
  )
}
