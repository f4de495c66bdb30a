import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../../frame/Icon.tsx'
import { pageMessages } from '../../page-messages.ts'

/** The codes themselves, to be kept now: the ledger knows only their fingerprints. */
export function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const isCopied = useSignal(false)
  const list = useRef<HTMLOListElement>(null)
  const words = pageMessages.settings['second-factor']
  const { copy, copied } = pageMessages.settings.tokens
  // Where a browser gives pages no clipboard, which is anywhere without https, the text can still be selected.
  const take = () => navigator.clipboard.writeText(codes.join('\n')).then(() => (isCopied.value = true))
  // Not the button: a second press of Enter would close what was not yet read.
  useEffect(() => list.current?.focus(), [])
  return (
    <>
      <p class="note">{words.keep}</p>
      <ol class="recovery-codes" tabIndex={-1} ref={list}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div class="settings-buttons">
        {'clipboard' in navigator && (
          <button type="button" class="btn btn-hairline" onClick={() => void take()}>
            <Icon name="copy" /> {isCopied.value ? copied : copy}
          </button>
        )}
        <button type="button" class="btn btn-ink" onClick={onClose}>
          {words.kept}
        </button>
      </div>
      <p class="visually-hidden" role="status">
        {isCopied.value && copied}
      </p>
    </>
  )
}
