import type { Expense } from '../../api.ts'
import { Swatch } from '../categories/Swatch.tsx'
import { categories, format } from '../page.ts'

/** What the expense is, in one look: under its description the day, how much and what for. */
export function ExpenseHead({ expense }: { expense: Expense }) {
  const { userId, categoryId, category, amount, currency, date, deleted } = expense
  const money = format.money(amount, currency)
  return (
    <div class="expense-head">
      <p>{format.dayOfYear(date)}</p>
      <p class={money.length > 16 ? 'expense-sum long' : 'expense-sum'}>
        {deleted ? <del class="figure">{money}</del> : <b class="figure">{money}</b>}
        <span class="cat">
          <Swatch colour={categories.colour(userId, categoryId)} />
          <bdi>{category}</bdi>
        </span>
      </p>
    </div>
  )
}
