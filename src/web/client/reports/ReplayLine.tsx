import type { ReadonlySignal } from '@preact/signals'
import type { Progress } from '../call.ts'
import { pageMessages } from '../page-messages.ts'
import { format } from '../page.ts'

/** How far the log has been replayed for a report that is long in coming; nothing of one that is there soon. */
export function ReplayLine({ of, busy }: { of: ReadonlySignal<Progress | undefined>; busy: boolean }) {
  const words = pageMessages.reports
  if (!busy || !of.value) return null
  const { position, of: last } = of.value
  return (
    <p class="replay">
      <progress aria-label={words.replaying} value={position} max={Math.max(1, last)} />
      <small>{words.replayed(format.count(position), format.count(last))}</small>
    </p>
  )
}
