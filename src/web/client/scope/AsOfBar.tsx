import { Icon } from '../frame/Icon.tsx'
import { messages } from '../messages.ts'
import { format } from '../page.ts'
import { isPosition } from './moments.ts'
import { useLinks, useRescope, useScope } from './use-scope.ts'

/** Says that what is shown is not how it is now. Stays in sight as long as that is so. */
export function AsOfBar() {
  const { asOf } = useScope()
  const rescope = useRescope()
  const links = useLinks()
  if (asOf === undefined) return null
  const words = messages.asOf
  const since = links('/reports', { report: 'changes', since: asOf }, { asOf: undefined })
  return (
    <div class="as-of-bar" role="status">
      <Icon name="clock" />
      <p>
        {words.known} <b>{nameOfMoment(asOf)}</b>. {words.restLeftOut}
      </p>
      <a href={since}>{words.since}</a>
      <button type="button" onClick={() => rescope({ asOf: undefined })}>
        {words.back}
      </button>
    </div>
  )
}

/** `18 November 2026, 20:30`, or `event 1,204`. */
export function nameOfMoment(asOf: string): string {
  return isPosition(asOf) ? messages.asOf.event(format.count(Number(asOf))) : format.moment(asOf)
}
