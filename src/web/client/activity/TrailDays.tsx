import { useSignal } from '@preact/signals'
import { useMayChange } from '../scope/use-may-change.ts'
import { BatchLine } from './BatchLine.tsx'
import { nameOfDay } from './day-name.ts'
import { daysOf, type Line } from './days.ts'
import { EntryLine } from './EntryLine.tsx'
import type { TrailFilter } from './filter.ts'
import { MoreOfTrail } from './MoreOfTrail.tsx'
import type { Shown } from './trail.ts'
import { TakeBackPanel } from './TakeBackPanel.tsx'

/** What happened, by the day it was recorded on. Of one batch every event is shown. */
export function TrailDays({ shown, filter }: { shown: Shown; filter: TrailFilter }) {
  const takesBack = useSignal<string>()
  const isOneBatch = filter.batch !== undefined
  const mayChange = useMayChange(filter.whose)
  const onTakeBack = mayChange ? (batch: string) => (takesBack.value = batch) : undefined
  const lineOf = (line: Line) => {
    if (line.kind === 'event') return <EntryLine key={line.entry.position} entry={line.entry} />
    if (isOneBatch) return line.entries.map((entry) => <EntryLine key={entry.position} entry={entry} />)
    return <BatchLine key={line.batch} of={line} onTakeBack={onTakeBack} />
  }
  return (
    <>
      {daysOf(shown.entries, shown.next !== null).map(({ day, lines }) => (
        <section key={day}>
          <h2 class="day">{nameOfDay(day)}</h2>
          <ul class="trail">{lines.map(lineOf)}</ul>
        </section>
      ))}
      <MoreOfTrail shown={shown} />
      {takesBack.value !== undefined && (
        <TakeBackPanel batch={takesBack.value} onLeave={() => (takesBack.value = undefined)} />
      )}
    </>
  )
}
