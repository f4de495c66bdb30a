import { signal, type Signal } from '@preact/signals'

/** What is shown of a list, from the top; `next` is the place below it, null at the end. */
type Shown = { next: string | null }

type Parts<Query, Loaded extends Shown> = {
  /** How many are asked for at first. */
  few: number
  /** After a change at most so many are loaded again; those below are fetched by scrolling, as the first time. */
  again: number
  length: (shown: Loaded) => number
  /** What `asked` matches, `atLeast` so many where there are. */
  load: (asked: Query, atLeast: number, abort: AbortSignal) => Promise<Loaded>
  /** `shown`, and the page below it. */
  below: (asked: Query, shown: Loaded, abort: AbortSignal) => Promise<Loaded>
}

/** A list, page by page. While newer ones are fetched the older ones stay, marked as busy; an answer to an older question is not shown. */
export function openPagesOf<Query, Loaded extends Shown>({ few, again, length, load, below }: Parts<Query, Loaded>) {
  const shown = signal<Loaded>()
  const busy = signal(false)
  const failure = signal<unknown>()
  const loadingMore = signal(false)
  let query: Query | undefined
  let abort = new AbortController()

  async function only(waiting: Signal<boolean>, work: (asked: Query, abort: AbortSignal) => Promise<Loaded>) {
    if (query === undefined) return
    const { signal } = abort
    waiting.value = true
    try {
      const loaded = await work(query, signal)
      if (signal.aborted) return
      shown.value = loaded
      failure.value = undefined
    } catch (error) {
      if (signal.aborted) return
      failure.value = error
    }
    waiting.value = false
  }

  function stop() {
    abort.abort()
    abort = new AbortController()
    loadingMore.value = false
  }

  async function fromTheTop(atLeast: number) {
    stop()
    await only(busy, (asked, signal) => load(asked, atLeast, signal))
  }

  return {
    shown,
    busy,
    failure,
    loadingMore,
    asked: () => query,
    /** Shows what `asked` matches, from the top. */
    async show(asked: Query) {
      query = asked
      await fromTheTop(few)
    },
    /** Fetches again what is shown, as far down as it was loaded. */
    reload: () => fromTheTop(Math.min(again, shown.value ? length(shown.value) : 0)),
    async more() {
      const before = shown.value
      if (!before?.next || busy.value || loadingMore.value) return
      await only(loadingMore, (asked, signal) => below(asked, before, signal))
    },
    /** Shows nothing any more. */
    clear() {
      stop()
      query = undefined
      shown.value = undefined
      busy.value = false
    },
  }
}
