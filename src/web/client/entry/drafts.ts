import { signal } from '@preact/signals'
import type { Expense } from '../../api.ts'
import type { ExpenseId, UserId } from '../../../events/ids.ts'
import { isCurrency, isNumber, isShaped, isSwitch, isText, or, readKept, type Checks } from '../kept.ts'
import { isId } from '../read-id.ts'
import type { Draft } from './draft.ts'

const typed = { amount: isText, description: isText, date: isText, currency: isCurrency }
const changer: Checks<NonNullable<Expense['changedBy']>> = { id: isId, name: isText }
const seen: Checks<Expense> = {
  ...typed,
  ...{ id: isId, userId: isId, categoryId: isId, category: isText },
  ...{ version: isNumber, recordedAt: isText, changedAt: isText, deleted: isSwitch },
  changedBy: or(null, (value) => isShaped(value, changer)),
}
const keptDraft: Checks<Draft> = {
  ...typed,
  ...{ id: isId, userId: isId, categoryText: isText, picked: isText },
  seen: or(undefined, (value) => isShaped(value, seen)),
  asksWhose: or(undefined, isSwitch),
}

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export type Drafts = ReturnType<typeof openDrafts>

/**
 * What was typed and not saved, kept in the browser for each person: it outlives a reload, a crash and a session that ends, but
 * not signing out (session/forget.ts).
 */
export function openDrafts(storage: () => Kept, me: () => UserId | undefined) {
  /** What was left behind, and can be gone on with. */
  const left = signal<Draft>()

  /** Storing may be forbidden, or full: then a draft lives as long as the page. */
  function store<T>(work: (kept: Kept, name: string) => T): T | undefined {
    const user = me()
    try {
      return user && work(storage(), `draft ${user}`)
    } catch {
      return undefined
    }
  }
  function read(): Draft | undefined {
    return readKept(store((kept, name) => kept.getItem(name)) ?? null, keptDraft)
  }
  function keep(draft: Draft) {
    store((kept, name) => kept.setItem(name, JSON.stringify(draft)))
  }

  return {
    left,
    /** Looks what the person who is signed in now left behind. */
    recall() {
      left.value = read()
    },
    keep,
    /** `id` was saved, or is not wanted any more. There is room for one: what was left behind before takes its place again. */
    drop(id: ExpenseId) {
      if (left.value?.id === id) left.value = undefined
      if (left.value) keep(left.value)
      else store((kept, name) => kept.removeItem(name))
    },
  }
}
