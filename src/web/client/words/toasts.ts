import type { Field } from '../entry/merge.ts'
import { capital, list, nouns } from './sentence.ts'

type Named = { what: string; money: string; category: string; day: string }

export const toasts = {
  undo: 'Undo',
  dismiss: 'Dismiss',
  added: ({ what, money, category, day }: Named) => `Saved ${money} for ${what}, ${category}, ${day}`,
  changed: (changed: readonly Field[], { what, money, category, day }: Named) => {
    const to = { amount: money, category, description: what, date: day, currency: money }
    const [only] = changed
    return only && changed.length === 1
      ? `${capital(nouns[only])} changed to ${to[only]}`
      : `${what}: ${list.format(changed.map((field) => nouns[field]))} changed`
  },
  deleted: ({ what, money }: Named) => `Deleted ${what}, ${money}`,
  restored: ({ what, money }: Named) => `Restored ${what}, ${money}`,
  nothingToUndo: 'There is nothing to undo on this page',
  changedMeanwhile: 'Somebody changed this meanwhile. It is shown as it is now; try again.',
}
