import { Icon } from '../frame/Icon.tsx'
import { pageMessages } from '../page-messages.ts'
import { toasts } from '../page.ts'

/** A text for machines, whole, with a button that copies it. */
export function Copyable({ label, text }: { label: string; text: string }) {
  return (
    <div class="copyable">
      <div>
        <small>{label}</small>
        <code>{text}</code>
      </div>
      <button
        type="button"
        class="btn quiet"
        aria-label={pageMessages.proof.copy(label.toLocaleLowerCase())}
        onClick={() => void copy(text)}
      >
        <Icon name="copy" />
      </button>
    </div>
  )
}

/** Only an address that is encrypted, or this machine's own, may write to the clipboard. */
async function copy(text: string) {
  try {
    await navigator.clipboard.writeText(text)
    toasts.say(pageMessages.proof.copied)
  } catch {
    toasts.say(pageMessages.proof.notCopied)
  }
}
