import { computed, effect, signal, type ReadonlySignal } from '@preact/signals'
import type { Expense } from '../../api.ts'
import type { ExpenseId } from '../../../events/ids.ts'
import type { Shown } from './expense-list.ts'

export type Cursor = ReturnType<typeof openCursor>

/** The one row of the list that the keys are about. Where it goes, the next in its place is; before all, the first. */
export function openCursor(shown: ReadonlySignal<Shown | undefined>) {
  const id = signal<ExpenseId>()
  let last = 0

  const items = () => shown.value?.items ?? []
  const found = computed(() => items().findIndex((expense) => expense.id === id.value))
  const index = computed(() => (found.value >= 0 ? found.value : Math.max(0, Math.min(last, items().length - 1))))
  // The place has to be known before its row goes.
  effect(() => {
    if (found.value >= 0) last = found.value
  })
  const at = computed((): Expense | undefined => items()[index.value])

  function to(place: number): Expense | undefined {
    const expense = items()[Math.max(0, Math.min(place, items().length - 1))]
    if (expense) id.value = expense.id
    return expense
  }

  return {
    at,
    /** Whether it was ever put on a row. */
    isSet: computed(() => id.value !== undefined),
    put: (expense: Expense) => void (id.value = expense.id),
    move: (step: number) => to(index.value + step),
    first: () => to(0),
    last: () => to(Number.POSITIVE_INFINITY),
  }
}
