import { Icon } from '../frame/Icon.tsx'
import { messages } from '../messages.ts'
import { pageMessages } from '../page-messages.ts'
import { nameOf } from '../scope/PeriodControl.tsx'
import type { Period } from '../scope/period.ts'

/** In place of a report without an expense. */
export function Nothing({ period }: { period: Period }) {
  const words = pageMessages.reports
  return (
    <div class="empty">
      <Icon name="chart" />
      <h2>{words.nothing(inWords(period))}</h2>
      <p>{words.nothingText}</p>
    </div>
  )
}

/** `in November 2026`, `of all time` */
export function inWords(period: Period): string {
  return messages.list.inPeriod(period, nameOf(period))
}
