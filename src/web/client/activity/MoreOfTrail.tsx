import { useEffect, useRef } from 'preact/hooks'
import { pageMessages } from '../page-messages.ts'
import { format } from '../page.ts'
import { trail } from './parts.ts'
import type { Shown } from './trail.ts'

/** How much is shown, and more of it: by the button, or when it nears the screen. */
export function MoreOfTrail({ shown: { entries, next } }: { shown: Shown }) {
  const end = useRef<HTMLDivElement>(null)
  const words = pageMessages.activity
  useEffect(() => {
    if (!end.current || next === null) return
    const near = new IntersectionObserver(([entry]) => entry?.isIntersecting && void trail.more(), {
      rootMargin: '600px',
    })
    near.observe(end.current)
    return () => near.disconnect()
  }, [next])
  return (
    <div class="more" ref={end}>
      <span role="status">{words.shown(entries.length, format.count(entries.length), next !== null)}</span>
      {next !== null && (
        <button
          type="button"
          class="btn btn-hairline"
          aria-disabled={trail.loadingMore.value}
          onClick={() => void trail.more()}
        >
          {words.more}
        </button>
      )}
    </div>
  )
}
