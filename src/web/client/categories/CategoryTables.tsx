import type { Category, Spending, User } from '../../api.ts'
import { ownFirst } from '../expenses/days.ts'
import { pageMessages } from '../page-messages.ts'
import { format } from '../page.ts'
import { nameOf } from '../scope/PeriodControl.tsx'
import type { Period } from '../scope/period.ts'
import { CategoryTable } from './CategoryTable.tsx'
import { figuresOf } from './figures.ts'

type Props = {
  owner: Pick<User, 'currency'>
  answered: { categories: Category[]; spending: Spending }
  period: Period
  /** Absent while nothing can be changed. */
  onChange: ((category: Category) => void) | undefined
}

/** The categories that are offered, what all come to, and below them those that are archived. */
export function CategoryTables({ owner, answered: { categories, spending }, period, onChange }: Props) {
  const words = pageMessages.categories
  const all = figuresOf(categories, spending.rows, owner.currency)
  const active = all.filter(({ category }) => !category.archived)
  const archived = all.filter(({ category }) => category.archived)
  const caption = words.caption(nameOf(period))
  const foot = {
    label: archived.length > 0 ? words.allAndArchived : words.all,
    totals: ownFirst(spending.totals, owner),
  }
  const common = { owner, onChange }
  if (all.length === 0) return <p class="muted">{words.none}</p>
  return (
    <>
      {active.length === 0 ? (
        <p class="muted">{words.noneActive}</p>
      ) : (
        <CategoryTable {...common} caption={caption} of={active} foot={foot} />
      )}
      {archived.length > 0 && (
        <details class="further" open={active.length === 0}>
          <summary>{words.showArchived(format.count(archived.length))}</summary>
          <CategoryTable {...common} caption={words.archivedCaption} of={archived} />
        </details>
      )}
    </>
  )
}
