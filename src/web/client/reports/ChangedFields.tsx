import type { Expense } from '../../api.ts'
import { pageMessages } from '../page-messages.ts'
import { format } from '../page.ts'
import { differing, type Told } from './changes.ts'

/** Field by field what an expense was and what it is; of one that came or went, all there is to it. */
export function ChangedFields({ was, is }: { was: Expense | null; is: Expense | null }) {
  const fields = was && is ? differing(was, is) : (['date', 'category', 'amount'] as const)
  return (
    <dl class={was && is ? 'changed-fields' : 'changed-fields whole'}>
      {fields.map((field) => (
        <div key={field}>
          <dt>{pageMessages.reports.told[field]}</dt>
          <dd>
            {was && <del dir="auto">{written(field, was)}</del>}
            {was && is && <span aria-hidden="true"> → </span>}
            {is && (
              <ins class={was ? 'new' : undefined} dir="auto">
                {written(field, is)}
              </ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function written(field: Told, expense: Expense) {
  switch (field) {
    case 'amount':
      return <span class="num figure">{format.money(expense.amount, expense.currency)}</span>
    case 'date':
      return format.dayOfYear(expense.date)
    case 'description':
    case 'category':
      return expense[field]
  }
}
