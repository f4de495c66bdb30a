import { pageMessages } from '../page-messages.ts'
import { format } from '../page.ts'
import type { Part } from './changes.ts'
import { Differences } from './Differences.tsx'

/** Who did what and when; where there are several, by how much each moved the report. */
export function PartLine({ part, href, isOnly }: { part: Part; href: string; isOnly: boolean }) {
  const { position, type, recordedAt, actor, changes, difference } = part
  const words = pageMessages.reports
  const fields = Object.keys(changes).filter((field) => field !== 'categoryId')
  return (
    <li>
      <span>
        <b dir="auto">{actor?.name ?? words.commandLine}</b> {words.did(type, fields)}
      </span>
      <a class="muted" href={href} title={words.event(format.count(position))}>
        <time dateTime={recordedAt}>{format.moment(recordedAt)}</time>
      </a>
      {!isOnly && <Differences of={difference} />}
    </li>
  )
}
