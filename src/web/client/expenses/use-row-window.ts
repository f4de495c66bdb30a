import { useSignal } from '@preact/signals'
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { CHUNK, openHeights, segmentsOf, type Segment, type Stretch } from './row-window.ts'

type Rows = {
  count: number
  /** About how high a row is, in pixels, before any was measured. */
  height: number
  /** Changes when all heights do. */
  look: string
  /** Chunks that are there wherever the screen is. */
  kept: readonly number[]
}

/**
 * Which chunks of some rows are worth showing: those on the screen, and half a screen above and below. However far down somebody
 * scrolls, the page stays small. In `frame`, what shows a chunk says which by `data-chunk`; what takes the room of others has
 * `data-room`.
 */
export function useRowWindow<Frame extends HTMLElement>({ count, height, look, kept }: Rows) {
  const frame = useRef<Frame>(null)
  const stretch = useSignal<Stretch>({ from: 0, to: 1.5 * innerHeight })
  const heights = useMemo(() => openHeights(height * CHUNK), [look])
  const chunks = Math.ceil(count / CHUNK)
  const segments = segmentsOf(chunks, heights.of, stretch.value, kept)
  const shown = useRef<() => Segment[]>(() => [])
  shown.current = () => segmentsOf(chunks, heights.of, stretchOf(frame.current), kept)

  useLayoutEffect(() => {
    for (const chunk of frame.current?.querySelectorAll<HTMLElement>('[data-chunk]') ?? [])
      heights.measure(Number(chunk.dataset.chunk), chunk.offsetHeight)
  })
  useLayoutEffect(() => {
    let asked = 0
    let last = ''
    const look = () => {
      asked = 0
      const now = shown
        .current()
        .map(({ at, room }) => (room === undefined ? at : '-'))
        .join()
      if (now === last) return
      last = now
      stretch.value = stretchOf(frame.current)
    }
    const soon = () => (asked ||= requestAnimationFrame(look))
    addEventListener('scroll', soon, { passive: true })
    addEventListener('resize', soon)
    soon()
    return () => {
      cancelAnimationFrame(asked)
      removeEventListener('scroll', soon)
      removeEventListener('resize', soon)
    }
  }, [])
  return { frame, segments }
}

function stretchOf(frame: HTMLElement | null): Stretch {
  const top = frame?.querySelector('[data-chunk], [data-room]')?.getBoundingClientRect().top ?? 0
  return { from: -top - innerHeight / 2, to: -top + 1.5 * innerHeight }
}
