import type { ExpenseId } from '../../../events/ids.ts'
import { readId } from '../read-id.ts'

/** The expense whose stream `entry` is in, if it is one. */
export function expenseOf({ stream }: { stream: string }): ExpenseId | undefined {
  const [, id] = /^expense-(.+)$/.exec(stream) ?? []
  return readId<ExpenseId>(id)
}
