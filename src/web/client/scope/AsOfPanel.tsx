import { messages } from '../messages.ts'
import { MomentPanel } from './MomentPanel.tsx'
import { useRescope, useScope } from './use-scope.ts'

/** As known when the page's figures should be. */
export function AsOfPanel({ onLeave }: { onLeave: () => void }) {
  const { asOf } = useScope()
  const rescope = useRescope()
  return (
    <MomentPanel
      words={messages.asOf}
      shown={asOf}
      onChoose={(instant) => rescope({ asOf: instant })}
      onLeave={onLeave}
    />
  )
}
