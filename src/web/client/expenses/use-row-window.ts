import { useSignal } from '@preact/signals'
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { CHUNK, openHeights, segmentsOf, type Segment, type Stretch } from './row-window.ts'

/** About how high a row is, in pixels, before any was measured. */
const ROW = 38

/**
 * Which chunks of `rows` rows are worth showing: those on the screen, and half a screen above and below. However far down somebody
 * scrolls, the page stays small. `look` changes when all heights do.
 */
export function useRowWindow(rows: number, kept: readonly number[], look: string) {
  const table = useRef<HTMLTableElement>(null)
  const stretch = useSignal<Stretch>({ from: 0, to: 1.5 * innerHeight })
  const heights = useMemo(() => openHeights(ROW * CHUNK), [look])
  const chunks = Math.ceil(rows / CHUNK)
  const segments = segmentsOf(chunks, heights.of, stretch.value, kept)
  const shown = useRef<() => Segment[]>(() => [])
  shown.current = () => segmentsOf(chunks, heights.of, stretchOf(table.current), kept)

  useLayoutEffect(() => {
    for (const body of table.current?.querySelectorAll<HTMLElement>('tbody[data-chunk]') ?? [])
      heights.measure(Number(body.dataset.chunk), body.offsetHeight)
  })
  useLayoutEffect(() => {
    let frame = 0
    let last = ''
    const look = () => {
      frame = 0
      const now = shown
        .current()
        .map(({ at, room }) => (room === undefined ? at : '-'))
        .join()
      if (now === last) return
      last = now
      stretch.value = stretchOf(table.current)
    }
    const soon = () => (frame ||= requestAnimationFrame(look))
    addEventListener('scroll', soon, { passive: true })
    addEventListener('resize', soon)
    soon()
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener('scroll', soon)
      removeEventListener('resize', soon)
    }
  }, [])
  return { table, segments }
}

function stretchOf(table: HTMLTableElement | null): Stretch {
  const top = table?.tHead?.getBoundingClientRect().top ?? 0
  const body = table?.tBodies[0]?.getBoundingClientRect().top ?? top
  return { from: -body - innerHeight / 2, to: -body + 1.5 * innerHeight }
}
