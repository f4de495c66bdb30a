import { useSignal } from '@preact/signals'
import type { EventType } from '../../../events/event.ts'
import type { AuditEntry } from '../../api.ts'
import { Icon } from '../frame/Icon.tsx'
import { pageMessages } from '../page-messages.ts'
import { format } from '../page.ts'
import { useLinks } from '../scope/use-scope.ts'
import { actorOf, countsOf, type Line } from './days.ts'
import { EntryLine, RecordedAt } from './EntryLine.tsx'

/** Events of a batch that are shown below it; the rest is a page of its own. */
const MOST = 50

type Props = {
  of: Extract<Line, { kind: 'batch' }>
  onTakeBack: ((batch: string) => void) | undefined
}

/** What was asked for at once, as one line; each event below it on demand. */
export function BatchLine({ of: { batch, entries, whole }, onTakeBack }: Props) {
  const isOpen = useSignal(false)
  const [{ recordedAt, origin }] = entries
  const words = pageMessages.activity
  const did = didOf(entries, whole)
  return (
    <li class="entry batch">
      <RecordedAt at={recordedAt} />
      <div class="entry-main">
        <button type="button" class="fold" aria-expanded={isOpen.value} onClick={() => (isOpen.value = !isOpen.value)}>
          <span>
            <b dir="auto">{nameOfActor(entries)}</b> {did}
          </span>
          <Icon name={isOpen.value ? 'open' : 'right'} />
        </button>
        {isOpen.value && <Each batch={batch} entries={entries} />}
      </div>
      <div class="entry-where">
        <small>{words.origins[origin]}</small>
        {onTakeBack && entries.some(isOfExpense) && (
          <button
            type="button"
            class="btn btn-link"
            aria-label={words.takeBackNamed(did)}
            onClick={() => onTakeBack(batch)}
          >
            <Icon name="back" /> {words.takeBack}
          </button>
        )}
      </div>
    </li>
  )
}

function Each({ batch, entries }: { batch: string; entries: readonly AuditEntry[] }) {
  const links = useLinks()
  const words = pageMessages.activity
  return (
    <>
      <ul class="trail">
        {entries.slice(0, MOST).map((entry) => (
          <EntryLine key={entry.position} entry={entry} />
        ))}
      </ul>
      <p class="of-batch">
        <a href={links('/activity', { batch })}>{words.allOfBatch}</a>
        {entries.some(isOfExpense) && (
          <a href={links('/expenses', { batch, deleted: 'all' }, { period: 'all' })}>{words.expensesOfBatch}</a>
        )}
      </p>
    </>
  )
}

function isOfExpense({ stream }: AuditEntry): boolean {
  return stream.startsWith('expense-')
}

function didOf(entries: readonly AuditEntry[], whole: boolean): string {
  const words = pageMessages.activity
  const counts = [...countsOf(entries)].map(([type, count]) => {
    return { type: type as EventType, count, written: format.count(count) }
  })
  return whole ? words.did(counts) : words.didMore(words.did(counts))
}

function nameOfActor(entries: readonly AuditEntry[]): string {
  const actor = actorOf(entries)
  if (actor === undefined) return pageMessages.activity.severalPeople
  return actor?.name ?? pageMessages.activity.commandLine
}
