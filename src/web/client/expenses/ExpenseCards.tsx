import { useSignal } from '@preact/signals'
import { useLocation } from 'preact-iso'
import { useMemo } from 'preact/hooks'
import type { User } from '../../api.ts'
import { CardChunk } from './CardChunk.tsx'
import { dayParts, type DayPart } from './days.ts'
import type { Shown } from './expense-list.ts'
import type { Filter } from './filter.ts'
import { CHUNK } from './row-window.ts'
import { useListActions } from './use-list-actions.ts'
import { useRowWindow } from './use-row-window.ts'

type Props = { me: User; filter: Filter; shown: Shown }

/** In pixels, about. */
const CARD = 66

/** The list on a phone, by day unless it is sorted by something else. Only cards near the screen are there, and what is focused. */
export function ExpenseCards({ me, filter, shown }: Props) {
  const { url } = useLocation()
  const act = useListActions(filter)
  const isByDay = filter.sort.endsWith('date')
  const focused = useSignal<number>()
  const { frame, segments } = useRowWindow<HTMLDivElement>({
    count: shown.items.length,
    height: CARD,
    look: `${isByDay}`,
    kept: focused.value === undefined ? [] : [focused.value - 1, focused.value, focused.value + 1],
  })
  // What can be done with a card, and how it looks, changes with these alone.
  const same = useMemo(() => ({ me, filter, act, dated: !isByDay }), [me, url, act.canChange])
  return (
    <div ref={frame} onFocusIn={({ target }) => (focused.value = chunkOf(target))}>
      {segments.map(({ at, room }) =>
        room === undefined ? (
          <CardChunk key={at} at={at} of={shown.count} parts={partsAt(at, shown, isByDay)} same={same} />
        ) : (
          <div key={`room ${at}`} data-room aria-hidden="true" style={{ height: `${room}px` }} />
        ),
      )}
    </div>
  )
}

/** The chunk at `at` by day, or as one. */
function partsAt(at: number, { items, next }: Shown, isByDay: boolean): DayPart[] {
  const [from, to] = [at * CHUNK, (at + 1) * CHUNK]
  if (isByDay) return dayParts(items, from, to, next === null)
  return [{ at: from, date: '', begins: false, expenses: items.slice(from, to), totals: [] }]
}

function chunkOf(target: EventTarget | null): number | undefined {
  const chunk = target instanceof Element ? target.closest<HTMLElement>('[data-chunk]') : null
  return chunk ? Number(chunk.dataset.chunk) : undefined
}
