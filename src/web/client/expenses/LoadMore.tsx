import { useEffect, useRef } from 'preact/hooks'
import { wide } from '../frame/wide.ts'
import { messages } from '../messages.ts'
import { format, list } from '../page.ts'
import type { Shown } from './expense-list.ts'

/** How much is shown, and more of it: by the button, or when it nears the screen. */
export function LoadMore({ shown: { items, next, count } }: { shown: Shown }) {
  const end = useRef<HTMLDivElement>(null)
  const isBusy = list.busy.value || list.loadingMore.value
  useEffect(() => {
    if (!end.current || next === null || isBusy) return
    const near = new IntersectionObserver(([entry]) => entry?.isIntersecting && void list.more(), {
      rootMargin: '1200px',
    })
    near.observe(end.current)
    return () => near.disconnect()
  }, [next, isBusy])
  return (
    <div class="more" ref={end}>
      <span role="status" class={next === null && wide.value ? 'visually-hidden' : undefined}>
        {next === null
          ? messages.list.countOf(count, format.count(count))
          : messages.list.range(format.count(items.length), format.count(count))}
      </span>
      {next !== null && (
        <button type="button" class="btn btn-hairline" aria-disabled={isBusy} onClick={() => void list.more()}>
          {messages.list.more}
        </button>
      )}
    </div>
  )
}
