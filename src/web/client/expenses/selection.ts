import { computed, signal, type ReadonlySignal } from '@preact/signals'
import type { Expense } from '../../api.ts'
import type { ExpenseId } from '../../../events/ids.ts'
import { totalsOf } from './days.ts'
import type { Shown } from './expense-list.ts'

type Chosen = ReadonlyMap<ExpenseId, Expense>
const none: Chosen = new Map()

export type Selection = ReturnType<typeof openSelection>

/**
 * Which expenses of the list are chosen, to be changed together: some of those that are loaded, or all that match. It stays
 * while the list is fetched again; what is then gone from the list is chosen no more.
 */
export function openSelection(shown: ReadonlySignal<Shown | undefined>) {
  /** Each as it was last seen. */
  const some = signal(none)
  const isAll = signal(false)
  /** Where a range begins. */
  let anchor: ExpenseId | undefined
  let loaded = 0
  let asked = ''

  const items = () => shown.peek()?.items ?? []

  function choose(chosen: Chosen) {
    some.value = chosen
    isAll.value = false
  }
  function clear() {
    choose(none)
    anchor = undefined
  }

  /** What is missing from a list that is loaded less far down than before may only not have been fetched again. */
  function follow(list: Shown | undefined) {
    if (!list) return
    const isWhole = list.next === null || list.items.length >= loaded
    loaded = list.items.length
    if (list.count === 0) clear()
    if (some.peek().size === 0) return
    const newest = new Map(list.items.map((expense) => [expense.id, expense]))
    const kept = [...some.peek()].flatMap(([id, expense]) => newest.get(id) ?? (isWhole ? [] : expense))
    some.value = mapped(kept)
  }
  shown.subscribe(follow)

  const chosen = computed(() => [...some.value.values()])
  const count = computed(() => (isAll.value ? (shown.value?.count ?? 0) : some.value.size))
  return {
    isAll,
    chosen,
    count,
    /** Whether anything is. */
    isAny: computed(() => count.value > 0),
    totals: computed(() => (isAll.value ? (shown.value?.totals ?? []) : totalsOf(chosen.value))),
    /** How much of what is loaded is chosen. */
    ofLoaded: computed((): 'none' | 'some' | 'all' => {
      const { items = [], count = 0 } = shown.value ?? {}
      if (isAll.value && count > 0) return 'all'
      if (items.length > 0 && items.every(({ id }) => some.value.has(id))) return 'all'
      return some.value.size > 0 ? 'some' : 'none'
    }),
    has: (id: ExpenseId) => isAll.value || some.value.has(id),
    clear,
    /** From now on the list is the answer to another question: what was chosen in the one before is not meant here. */
    about(question: string) {
      if (question === asked) return
      asked = question
      loaded = 0
      clear()
    },
    toggle(expense: Expense) {
      const next = new Map(isAll.peek() ? mapped(items()) : some.peek())
      if (!next.delete(expense.id)) next.set(expense.id, expense)
      choose(next)
      anchor = expense.id
    },
    add(expense: Expense) {
      if (!isAll.peek()) choose(new Map([...some.peek(), [expense.id, expense]]))
      anchor = expense.id
    },
    /** Chooses also all between the one that was chosen last and `expense`. */
    toggleRange(expense: Expense) {
      const ids = items().map(({ id }) => id)
      const from = anchor === undefined ? -1 : ids.indexOf(anchor)
      const to = ids.indexOf(expense.id)
      const range = from < 0 ? [expense] : items().slice(Math.min(from, to), Math.max(from, to) + 1)
      choose(new Map([...some.peek(), ...mapped(range)]))
      anchor = expense.id
    },
    toggleLoaded() {
      const areAll = isAll.peek() || items().every(({ id }) => some.peek().has(id))
      choose(areAll ? none : mapped(items()))
    },
    /** Chooses all that match, loaded or not. */
    chooseAll() {
      isAll.value = true
    },
  }
}

function mapped(expenses: readonly Expense[]): Chosen {
  return new Map(expenses.map((expense) => [expense.id, expense]))
}
