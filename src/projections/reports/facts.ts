import type { ExpenseEvent, ExpenseFacts } from '../../events/expense.ts'
import type { Span } from './question.ts'

type Amended = Extract<ExpenseEvent, { type: 'ExpenseAmended' }>

/** What an amendment made of an expense, as far as sums need to know. */
export function factsAfter({ facts, changes }: Pick<Amended, 'facts' | 'changes'>): ExpenseFacts {
  return {
    categoryId: changes.categoryId?.to ?? facts.categoryId,
    date: changes.date?.to ?? facts.date,
    amount: changes.amount?.to ?? facts.amount,
    currency: changes.currency?.to ?? facts.currency,
  }
}

/** Whether it was spent in `span`. Dates are texts that sort by time. */
export function within({ from, to }: Span, { date }: Pick<ExpenseFacts, 'date'>): boolean {
  return (from === undefined || date >= from) && (to === undefined || date <= to)
}
