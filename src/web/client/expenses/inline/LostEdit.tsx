import type { Expense } from '../../../api.ts'
import type { RowProps } from '../ExpenseRow.tsx'
import { EditRow } from '../later-parts.ts'
import { inline } from '../list-page.ts'

type Props = Omit<RowProps, 'expense' | 'rowIndex'> & { items: readonly Expense[] }

/** The row that is being changed when it is not in the list any more: what was typed is not lost with it. */
export function LostEdit({ items, ...of }: Props) {
  const seen = inline.draft.value?.seen
  if (!seen || !of.act.canChange || items.some(({ id }) => id === seen.id)) return null
  return (
    <tbody>
      <EditRow {...of} expense={seen} />
    </tbody>
  )
}
