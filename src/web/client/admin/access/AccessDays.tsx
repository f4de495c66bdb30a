import type { AccessEntry } from '../../../api.ts'
import { nameOfDay } from '../../activity/day-name.ts'
import { RecordedAt } from '../../activity/EntryLine.tsx'
import { pageMessages } from '../../page-messages.ts'
import { byDay } from './newest.ts'
import { saidOf } from './said.ts'

export function AccessDays({ entries }: { entries: readonly AccessEntry[] }) {
  return byDay(entries).map(([day, ofDay]) => (
    <section key={day}>
      <h2 class="day">{nameOfDay(day)}</h2>
      <ul class="trail">
        {ofDay.map((entry) => (
          <AccessLine key={entry.id} entry={entry} />
        ))}
      </ul>
    </section>
  ))
}

function AccessLine({ entry }: { entry: AccessEntry }) {
  const { who, did } = saidOf(entry)
  const { at, address, agent, requestId } = entry
  return (
    <li class="entry">
      <RecordedAt at={at} />
      <div class="entry-main">
        <p>
          <b dir="auto">{who}</b> <bdi>{did}</bdi>
        </p>
        {agent !== null && <p class="entry-facts">{agent}</p>}
      </div>
      <small class="entry-where" title={requestId === null ? undefined : pageMessages.access.request(requestId)}>
        {address}
      </small>
    </li>
  )
}
