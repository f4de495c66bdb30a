import type { Field } from '../entry/merge.ts'
import type { ShareRole } from '../../../events/user.ts'

/** Several things within a sentence. */
export const list = new Intl.ListFormat('en')

export const expenses = (count: number, written = `${count}`) => `${written} ${count === 1 ? 'expense' : 'expenses'}`

/** The fields of an expense within a sentence. */
export const nouns: Record<Field, string> = {
  amount: 'amount',
  category: 'category',
  description: 'description',
  date: 'date',
  currency: 'currency',
}

/** What somebody may do in a ledger, within a sentence. */
export const could: Record<ShareRole, string> = { viewer: 'may look at', auditor: 'may audit', editor: 'may change' }

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
