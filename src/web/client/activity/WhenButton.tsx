import { useSignal } from '@preact/signals'
import { Icon } from '../frame/Icon.tsx'
import { pageMessages } from '../page-messages.ts'
import { format } from '../page.ts'
import { WhenPanel } from './WhenPanel.tsx'

type Props = { from: string | undefined; to: string | undefined }

/** Between which moments something was recorded. */
export function WhenButton({ from, to }: Props) {
  const asks = useSignal(false)
  return (
    <>
      <button
        type="button"
        class="pick"
        data-set={from !== undefined || to !== undefined}
        aria-label={`${pageMessages.activity.timeLabel}: ${nameOf({ from, to })}`}
        onClick={() => (asks.value = true)}
      >
        <Icon name="clock" /> {nameOf({ from, to })}
      </button>
      {asks.value && <WhenPanel from={from} to={to} onLeave={() => (asks.value = false)} />}
    </>
  )
}

function nameOf({ from, to }: Props): string {
  const words = pageMessages.activity
  if (from === undefined) return to === undefined ? words.anyTime : words.until(format.momentShort(to))
  return to === undefined
    ? words.since(format.momentShort(from))
    : words.between(format.momentShort(from), format.momentShort(to))
}
