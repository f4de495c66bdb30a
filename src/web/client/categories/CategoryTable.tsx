import type { Category, Total, User } from '../../api.ts'
import { wide } from '../frame/wide.ts'
import { pageMessages } from '../page-messages.ts'
import { format } from '../page.ts'
import { CategoryRow, Sums } from './CategoryRow.tsx'
import type { CategoryFigures } from './figures.ts'

type Props = {
  owner: Pick<User, 'currency'>
  caption: string
  of: readonly CategoryFigures[]
  foot?: { label: string; totals: readonly Total[] }
  onChange: ((category: Category) => void) | undefined
}

export function CategoryTable({ owner, caption, of, foot, onChange }: Props) {
  const { columns } = pageMessages.categories
  return (
    <table class="ruled categories">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          {wide.value && (
            <>
              <th scope="col" class="share">
                <span class="visually-hidden">{columns.share}</span>
              </th>
              <th scope="col" class="amount">
                {columns.count}
              </th>
            </>
          )}
          <th scope="col" class="amount">
            {columns.spent}
          </th>
          {onChange && (
            <th scope="col">
              <span class="visually-hidden">{columns.actions}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {of.map((figures) => (
          <CategoryRow key={figures.category.id} owner={owner} of={figures} onChange={onChange} />
        ))}
      </tbody>
      {foot && foot.totals.length > 0 && (
        <tfoot>
          <tr>
            <th scope="row" colSpan={wide.value ? 2 : 1}>
              {foot.label}
            </th>
            {wide.value && (
              <td class="amount">{format.count(foot.totals.reduce((sum, { count }) => sum + count, 0))}</td>
            )}
            <td class="amount">
              <Sums owner={owner} of={foot.totals} />
            </td>
            {onChange && <td />}
          </tr>
        </tfoot>
      )}
    </table>
  )
}
