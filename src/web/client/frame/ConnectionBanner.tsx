import { messages } from '../messages.ts'
import { connection } from '../page.ts'
import { Icon } from './Icon.tsx'

export function ConnectionBanner() {
  return (
    <div role="status">
      {connection.lost.value && (
        <div class="banner">
          <Icon name="offline" />
          <span>{messages.frame.lost}</span>
          <button type="button" onClick={() => void connection.tryAgain()}>
            {messages.frame.tryNow}
          </button>
        </div>
      )}
    </div>
  )
}
