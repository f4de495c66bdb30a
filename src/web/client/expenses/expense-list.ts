import { computed } from '@preact/signals'
import type { Expense, ExpenseQuery, Total } from '../../api.ts'
import type { UserId } from '../../../events/ids.ts'
import { openPagesOf } from '../pages-of.ts'
import type { Server } from '../server.ts'

export type Shown = { items: Expense[]; next: string | null; count: number; totals: Total[] }

/** Expenses asked for at once: at first, so that something is there soon, and further down. */
const FEW = 50
const MANY = 200

export type ExpenseList = ReturnType<typeof openExpenseList>

/** The expenses that a query matches, page by page. */
export function openExpenseList(server: Pick<Server, 'expenses'>) {
  async function below(asked: ExpenseQuery, shown: Shown, abort: AbortSignal): Promise<Shown> {
    const page = await server.expenses({ ...asked, limit: `${MANY}`, cursor: shown.next ?? '' }, abort)
    return { ...shown, items: [...shown.items, ...page.items], next: page.next }
  }

  const pages = openPagesOf<ExpenseQuery, Shown>({
    ...{ few: FEW, again: 2_000 },
    length: ({ items }) => items.length,
    async load(asked, atLeast, abort) {
      const limit = `${Math.min(MANY, Math.max(FEW, atLeast))}`
      const first = await server.expenses({ ...asked, limit, totals: 'true' }, abort)
      let loaded: Shown = { ...first, count: first.count ?? first.items.length, totals: first.totals ?? [] }
      while (loaded.next !== null && loaded.items.length < atLeast) loaded = await below(asked, loaded, abort)
      return loaded
    },
    below,
  })

  return {
    ...pages,
    isEmpty: computed(() => pages.shown.value?.count === 0),
    /** What is of `owners` may not be seen any more. */
    forget(owners: readonly UserId[]) {
      if (owners.some((owner) => owner === pages.asked()?.user)) pages.clear()
    },
  }
}
