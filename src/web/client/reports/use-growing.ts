import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { printing } from './printing.ts'

/** How many of `total` pieces to draw: one more with each frame, so that a long report holds nothing up; on paper all of them. */
export function useGrowing(total: number): number {
  const drawn = useSignal(1)
  useEffect(() => {
    if (drawn.value >= total) return
    const frame = requestAnimationFrame(() => (drawn.value += 1))
    return () => cancelAnimationFrame(frame)
  }, [drawn.value, total])
  return printing.value ? total : Math.min(drawn.value, total)
}
