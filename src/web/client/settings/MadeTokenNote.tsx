import { useSignal } from '@preact/signals'
import type { MadeToken } from '../../api.ts'
import { Icon } from '../frame/Icon.tsx'
import { Panel } from '../frame/Panel.tsx'
import { pageMessages } from '../page-messages.ts'

/** The token itself, to be copied now: the ledger does not know it any more. */
export function MadeTokenNote({ made: { name, token }, onClose }: { made: MadeToken; onClose: () => void }) {
  const isCopied = useSignal(false)
  const words = pageMessages.settings.tokens
  // Where a browser gives pages no clipboard, which is anywhere without https, the text can still be selected.
  const copy = () => navigator.clipboard.writeText(token).then(() => (isCopied.value = true))
  return (
    <Panel title={words.madeTitle(name)} kind="small" onLeave={onClose}>
      <p class="note">{words.once}</p>
      <div class="field">
        <label for="made-token">{words.token}</label>
        <input
          id="made-token"
          class="form-control token"
          readOnly
          autoFocus
          value={token}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      </div>
      <div class="settings-buttons">
        {'clipboard' in navigator && (
          <button type="button" class="btn btn-ink" onClick={() => void copy()}>
            <Icon name="copy" /> {isCopied.value ? words.copied : words.copy}
          </button>
        )}
        <button type="button" class="btn btn-hairline" onClick={onClose}>
          {words.done}
        </button>
      </div>
      <p class="visually-hidden" role="status">
        {isCopied.value && words.copied}
      </p>
    </Panel>
  )
}
