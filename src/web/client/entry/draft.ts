import type { Category, Expense } from '../../api.ts'
import type { ExpenseId, UserId } from '../../../events/ids.ts'
import type { Currency } from '../../../events/money.ts'
import { newId } from '../../../events/new-id.ts'
import { readAmount } from './amount-text.ts'
import { choicesFor, likeliest, type Choice } from './meant-category.ts'
import { valuesOf, type Values } from './merge.ts'

/** An expense as it stands in the form. */
export type Draft = {
  id: ExpenseId
  userId: UserId
  /** What is being changed, as it was last seen; none for a new expense. */
  seen?: Expense
  /** Whether it is asked whose expense it is: only where others' are looked at. */
  asksWhose?: boolean
  /** As typed. */
  amount: string
  /** Typed to find or name a category; `picked` counts before it. */
  categoryText: string
  picked: string
  description: string
  date: string
  currency: Currency
}

export function blankDraft(begin: Pick<Draft, 'userId' | 'date' | 'currency' | 'asksWhose'>): Draft {
  return { ...begin, id: newId() as ExpenseId, amount: '', categoryText: '', picked: '', description: '' }
}

export function draftOf(seen: Expense): Draft {
  const { id, userId, amount, category, description, date, currency } = seen
  return { id, userId, seen, amount, categoryText: '', picked: category, description, date, currency }
}

/** What the draft's category field offers, among `categories` in this order; what is picked is always among it. */
export function offered(draft: Draft, categories: readonly Category[]): Choice[] {
  const choices = choicesFor(draft.categoryText, categories)
  if (draft.picked === '' || choices.some(({ name }) => name === draft.picked)) return choices
  const category = categories.find(({ name }) => name === draft.picked)
  return [category ? { name: draft.picked, category } : { name: draft.picked }, ...choices]
}

/** The category that saving would take. */
export function meant(draft: Draft, categories: readonly Category[]): Choice | undefined {
  const choices = offered(draft, categories)
  return choices.find(({ name }) => name === draft.picked) ?? likeliest(draft.categoryText, choices)
}

/** What saving would store: the amount as it is read, where it can be. */
export function typedValues(draft: Draft, categories: readonly Category[]): Values {
  const { amount, description, date, currency } = draft
  const reading = readAmount(amount, currency)
  const category = meant(draft, categories)?.name ?? ''
  return { amount: 'major' in reading ? reading.major : amount, category, description, date, currency }
}

/** `draft` with `values` in place of what was typed, about the expense as it is now `seen`. */
export function rebased(draft: Draft, values: Values, seen: Expense): Draft {
  const { category, ...rest } = values
  return { ...draft, ...rest, currency: values.currency as Currency, seen, picked: category, categoryText: '' }
}

/** Whether closing would lose something. */
export function isTouched(draft: Draft, categories: readonly Category[]): boolean {
  if (!draft.seen) return draft.amount + draft.description + draft.categoryText !== ''
  const now = typedValues(draft, categories)
  return Object.entries(valuesOf(draft.seen)).some(([field, value]) => now[field as keyof Values] !== value)
}
