import { useSignal } from '@preact/signals'
import { useLocation } from 'preact-iso'
import { Icon } from '../frame/Icon.tsx'
import { pageMessages } from '../page-messages.ts'
import { nameOfMoment } from '../scope/AsOfBar.tsx'
import { MomentPanel } from '../scope/MomentPanel.tsx'
import { useLinks } from '../scope/use-scope.ts'

/** Says and asks since when changes are shown. */
export function SinceButton({ since }: { since: string }) {
  const { route } = useLocation()
  const links = useLinks()
  const asks = useSignal(false)
  const words = pageMessages.reports
  return (
    <>
      <button type="button" class="btn btn-hairline" onClick={() => (asks.value = true)}>
        <Icon name="clock" /> {words.since(nameOfMoment(since))}
      </button>
      {asks.value && (
        <MomentPanel
          words={words.sincePanel}
          shown={since}
          onChoose={(instant) => route(links('/reports', { report: 'changes', since: instant }))}
          onLeave={() => (asks.value = false)}
        />
      )}
    </>
  )
}
