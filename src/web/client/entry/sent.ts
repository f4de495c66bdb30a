import type { Category } from '../../api.ts'
import type { FieldError } from '../form/submission.ts'
import { messages } from '../messages.ts'
import { readAmount } from './amount-text.ts'
import { meant, typedValues, type Draft } from './draft.ts'

/** What keeps `draft` from being sent at all. */
export function problemsOf(draft: Draft, known: readonly Category[]): FieldError[] {
  const problems: FieldError[] = []
  const reading = readAmount(draft.amount, draft.currency)
  if ('problem' in reading) {
    problems.push({ path: 'amount', message: messages.entry.amountProblem(reading.problem, draft.currency) })
  }
  if (!meant(draft, known)) problems.push({ path: 'category', message: messages.entry.noCategory })
  if (draft.description.trim() === '') problems.push({ path: 'description', message: messages.entry.noDescription })
  if (draft.date === '') problems.push({ path: 'date', message: messages.entry.noDate })
  return problems
}

/** A new expense as the server wants it. */
export function bodyOf(draft: Draft, known: readonly Category[]) {
  const choice = meant(draft, known)
  const category = choice?.category ? { categoryId: choice.category.id } : { category: choice?.name ?? '' }
  const { amount, description, date, currency } = typedValues(draft, known)
  return { id: draft.id, userId: draft.userId, ...category, description, date, amount, currency }
}
