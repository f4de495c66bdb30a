import { firstAdmin } from '../../../commands/claims.ts'
import type { Parts } from '../parts.ts'

/** Whether nobody has ever registered. Once somebody has, that is settled for good and not asked again. */
export function firstRun({ log }: Pick<Parts, 'log'>): () => Promise<boolean> {
  let over = false
  return async () => {
    over ||= (await log.holder(firstAdmin)).stream !== null
    return !over
  }
}
