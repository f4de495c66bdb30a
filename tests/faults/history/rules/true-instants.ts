import type { Facts } from '../facts.ts'
import type { Violation } from '../history.ts'
import { microsOf } from '../micros.ts'

/** How old an instant may be when its append arrives, in microseconds. */
const OLDEST = 3_000_000
/** How exactly the clocks are compared: `Date.now` knows milliseconds, and the wall clock is nudged now and then. */
const BLUR = 20_000

/** An event was recorded between the question and the answer; or, if it had to wait, at most three seconds before. */
export function trueInstants({ appends, attempts, wallOffset }: Facts): Violation[] {
  return appends.flatMap((append): Violation[] => {
    const { answer, command, end } = append
    if (!answer || !('appended' in answer)) return []
    const begin = Math.min(...(attempts.get(command.id) ?? []).map((attempt) => attempt.begin))
    return answer.appended.events.flatMap(({ position, recordedAt }): Violation[] => {
      const recorded = microsOf(recordedAt) - wallOffset
      if (recorded >= begin - OLDEST - BLUR && recorded <= end + BLUR) return []
      const [asked, answered] = [begin, end].map((moment) => ((recorded - moment) / 1e6).toFixed(3))
      const what = `Position ${position} was recorded ${asked} s after it was asked for, ${answered} s after it was answered`
      return [{ rule: 'instants are true', what, records: [append] }]
    })
  })
}
