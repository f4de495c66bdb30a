import type { Changes, User } from '../../api.ts'
import { pageMessages } from '../page-messages.ts'
import { format } from '../page.ts'
import type { Scope } from '../scope/scope.ts'
import { CopyLink } from './CopyLink.tsx'
import { fixedAddress } from './fixed-link.ts'

export type Moment = Changes['until']
type Props = { me: User; scope: Scope; moment: Moment; said: Record<string, string> }

/** The place in the log that a report stands for, and a link to exactly that; `said` is what else the link says. */
export function KnownAs({ me, scope, moment, said }: Props) {
  return (
    <p class="known-as">
      <span>{knownAt(moment)}</span>
      <CopyLink address={fixedAddress(me.id, scope, moment.position, said)} />
    </p>
  )
}

/** `As known at event 1,204, recorded on 18 November 2026 at 20:30` */
export function knownAt({ position, recordedAt }: Moment): string {
  const words = pageMessages.reports
  if (recordedAt === null) return words.knownNothing
  return words.known(format.count(position), format.moment(recordedAt))
}
