import { useMemo } from 'preact/hooks'
import type { Expense } from '../../api.ts'
import { ExpenseRow, type RowProps } from './ExpenseRow.tsx'
import { CHUNK } from './row-window.ts'

type Props = { at: number; expenses: readonly Expense[]; same: Omit<RowProps, 'expense' | 'rowIndex'> }

/** Rows that come and go together. They are made anew only if one of them has changed, not with every page that is loaded. */
export function RowChunk({ at, expenses, same }: Props) {
  return useMemo(
    () => (
      <tbody data-chunk={at}>
        {expenses.map((expense, index) => (
          <ExpenseRow key={expense.id} {...same} expense={expense} rowIndex={at * CHUNK + index + 2} />
        ))}
      </tbody>
    ),
    [same, ...expenses],
  )
}
