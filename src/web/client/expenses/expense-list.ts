import { computed, signal } from '@preact/signals'
import type { Expense, ExpenseQuery, Total } from '../../api.ts'
import type { UserId } from '../../../events/ids.ts'
import type { Server } from '../server.ts'

export type Shown = { items: Expense[]; next: string | null; count: number; totals: Total[] }

/** Expenses asked for at once: at first, so that something is there soon, and further down. */
const FEW = 50
const MANY = 200
/** After a change at most so many are loaded again; those below are fetched by scrolling, as the first time. */
const AGAIN = 2_000

export type ExpenseList = ReturnType<typeof openExpenseList>

/** The expenses that a query matches, page by page. While newer ones are fetched the older ones stay, marked as busy. */
export function openExpenseList(server: Pick<Server, 'expenses'>) {
  const shown = signal<Shown>()
  const busy = signal(false)
  const failure = signal<unknown>()
  const loadingMore = signal(false)
  let query: ExpenseQuery | undefined
  let abort = new AbortController()

  /** Runs `load` as the only one: an answer to an older question is not shown. */
  async function only(load: (asked: ExpenseQuery, signal: AbortSignal) => Promise<Shown>) {
    if (!query) return
    abort.abort()
    const mine = (abort = new AbortController())
    busy.value = true
    loadingMore.value = false
    try {
      const loaded = await load(query, mine.signal)
      if (mine.signal.aborted) return
      shown.value = loaded
      failure.value = undefined
    } catch (error) {
      if (mine.signal.aborted) return
      failure.value = error
    }
    busy.value = false
  }

  async function load(asked: ExpenseQuery, atLeast: number, signal: AbortSignal): Promise<Shown> {
    const limit = `${Math.min(MANY, Math.max(FEW, atLeast))}`
    const first = await server.expenses({ ...asked, limit, totals: 'true' }, signal)
    const { count = first.items.length, totals = [] } = first
    let { items, next } = first
    while (next !== null && items.length < atLeast) {
      const page = await server.expenses({ ...asked, limit, cursor: next }, signal)
      items = [...items, ...page.items]
      next = page.next
    }
    return { items, next, count, totals }
  }

  return {
    shown,
    busy,
    failure,
    loadingMore,
    isEmpty: computed(() => shown.value?.count === 0),
    /** Shows what `asked` matches, from the top. */
    async show(asked: ExpenseQuery) {
      query = asked
      await only((now, signal) => load(now, FEW, signal))
    },
    /** Fetches again what is shown, as far down as it was loaded. */
    async reload() {
      const loaded = Math.min(AGAIN, shown.value?.items.length ?? 0)
      await only((now, signal) => load(now, loaded, signal))
    },
    /** What is of `owners` may not be seen any more. */
    forget(owners: readonly UserId[]) {
      if (!query || !owners.some((owner) => owner === query?.user)) return
      abort.abort()
      query = undefined
      shown.value = undefined
    },
    async more() {
      const before = shown.value
      if (!query || !before?.next || busy.value || loadingMore.value) return
      const { signal } = abort
      loadingMore.value = true
      try {
        const page = await server.expenses({ ...query, limit: `${MANY}`, cursor: before.next }, signal)
        if (signal.aborted) return
        shown.value = { ...before, items: [...before.items, ...page.items], next: page.next }
        failure.value = undefined
      } catch (error) {
        if (signal.aborted) return
        failure.value = error
      }
      loadingMore.value = false
    },
  }
}
