import { useSignal } from '@preact/signals'
import { Icon } from '../frame/Icon.tsx'
import { Panel } from '../frame/Panel.tsx'
import { pageMessages } from '../page-messages.ts'
import { toasts } from '../page.ts'

/** Copies a link to `address`; where the browser does not let a page copy, shows it for that. */
export function CopyLink({ address }: { address: string }) {
  const shows = useSignal(false)
  const link = new URL(address, location.origin).href
  const words = pageMessages.reports
  async function copy() {
    try {
      await navigator.clipboard.writeText(link)
      toasts.say(words.copied)
    } catch {
      // There is no clipboard without https, and some browsers ask the person first.
      shows.value = true
    }
  }
  return (
    <>
      <button type="button" class="btn btn-link" title={words.copyHint} onClick={() => void copy()}>
        <Icon name="link" /> {words.copy}
      </button>
      {shows.value && <LinkPanel link={link} onLeave={() => (shows.value = false)} />}
    </>
  )
}

function LinkPanel({ link, onLeave }: { link: string; onLeave: () => void }) {
  const words = pageMessages.reports
  return (
    <Panel title={words.copyTitle} kind="small" onLeave={onLeave}>
      <p>{words.copyText}</p>
      <input
        class="form-control"
        aria-label={words.copyLabel}
        readOnly
        value={link}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
    </Panel>
  )
}
