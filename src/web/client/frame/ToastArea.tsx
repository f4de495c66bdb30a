import { toasts } from '../page.ts'
import { messages } from '../messages.ts'
import { Icon } from './Icon.tsx'
import { MissingNotice } from './MissingNotice.tsx'

/** Where toasts appear. The live region is always there; only its content comes and goes, or nobody would be told. */
export function ToastArea({ shows }: { shows: boolean }) {
  return (
    <div
      class="toasts"
      role="status"
      onPointerEnter={toasts.pause}
      onPointerLeave={toasts.resume}
      onFocusIn={toasts.pause}
      onFocusOut={toasts.resume}
    >
      {shows && <MissingNotice />}
      {shows && toasts.shown.value.map((toast) => <Toast key={toast.id} {...toast} />)}
    </div>
  )
}

function Toast({ id, text, action }: (typeof toasts.shown.value)[number]) {
  function act() {
    toasts.dismiss(id)
    action?.run()
  }
  return (
    <div class="toast-line">
      <span dir="auto">{text}</span>
      {action && !action.isSpent?.value && (
        <button type="button" onClick={act}>
          {action.label}
        </button>
      )}
      <button type="button" class="dismiss" aria-label={messages.toasts.dismiss} onClick={() => toasts.dismiss(id)}>
        <Icon name="cross" />
      </button>
    </div>
  )
}
