import type { Subscription } from 'rxjs'
import type { Log } from '../../../events/log/log.ts'
import type { Projections } from '../../../projections/projections.ts'
import { openAuditing } from './auditing.ts'
import { openLook, type Look } from './look.ts'

export type { Look } from './look.ts'

/** How the ledger is, from looking: `look` asks the database now, `watch` counts in the background. */
export type Health = { look: () => Promise<Look>; audit: () => Promise<void>; watch: () => Subscription }

export function openHealth(log: Pick<Log, 'ends' | 'head' | 'countByType'>, projections: Projections): Health {
  const auditing = openAuditing(log, projections)
  return { look: openLook({ log, projections, auditing }), audit: auditing.audit, watch: auditing.start }
}
