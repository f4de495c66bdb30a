import { useSignal } from '@preact/signals'
import { ErrorBoundary } from 'preact-iso'
import { Icon } from '../frame/Icon.tsx'
import { messages } from '../messages.ts'
import { AsOfPanel } from './later-panels.ts'

/** Asks as known when the page's figures should be. */
export function AsOfButton() {
  const asks = useSignal(false)
  const words = messages.asOf
  return (
    <>
      <button
        type="button"
        class="btn as-of"
        title={words.ask}
        aria-label={words.ask}
        onClick={() => (asks.value = true)}
      >
        <Icon name="clock" />
      </button>
      <ErrorBoundary>{asks.value && <AsOfPanel onLeave={() => (asks.value = false)} />}</ErrorBoundary>
    </>
  )
}
