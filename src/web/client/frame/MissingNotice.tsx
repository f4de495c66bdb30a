import { messages } from '../messages.ts'
import { missing } from './until-there.ts'

/** A part of the page that somebody asked for is not on the server any more. It stays until the page is reloaded. */
export function MissingNotice() {
  if (missing.value === 0) return null
  return (
    <div class="toast-line">
      <span>{messages.frame.missing}</span>
      <button type="button" onClick={() => location.reload()}>
        {messages.frame.reload}
      </button>
    </div>
  )
}
