import { signal } from '@preact/signals'
import * as z from 'zod'
import { Expense } from '../../api.ts'
import { ExpenseId, UserId } from '../../../events/ids.ts'
import { Currency } from '../../../events/money.ts'
import type { Draft } from './draft.ts'

const KeptDraft = z.object({
  id: ExpenseId,
  userId: UserId,
  seen: Expense.exactOptional(),
  asksWhose: z.boolean().exactOptional(),
  amount: z.string(),
  categoryText: z.string(),
  picked: z.string(),
  description: z.string(),
  date: z.string(),
  currency: Currency,
})

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export type Drafts = ReturnType<typeof openDrafts>

/** What was typed and not saved, kept in the browser for each person: it outlives a reload, a crash and the end of a session. */
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
    const text = store((kept, name) => kept.getItem(name))
    const draft = text ? KeptDraft.safeParse(JSON.parse(text)) : undefined
    return draft?.data
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
