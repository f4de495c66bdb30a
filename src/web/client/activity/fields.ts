import type { AuditEntry } from '../../api.ts'
import type { Format } from '../format.ts'
import { pageMessages } from '../page-messages.ts'
import type { Deed, Sum } from './deed.ts'

/** A field that was changed, as the person reads it. A colour stays one: it is shown. */
export type ChangedField = { field: keyof typeof pageMessages.activity.fields; from: string; to: string }

/** What was changed from what to what, in the order in which people look at an expense. */
export function fieldsOf({ changes, type }: AuditEntry, { sums }: Deed, format: Format): ChangedField[] {
  const isExpense = type === 'ExpenseAmended'
  const order = Object.keys(pageMessages.activity.fields) as ChangedField['field'][]
  return order.flatMap((field) => {
    const change = changes[field]
    if (isExpense && field === 'currency' && sums) return []
    if (isExpense && field === 'amount' && sums) return [{ field, from: money(sums.from), to: money(sums.to) }]
    if (change?.from === undefined) return []
    const written = (text: string) => (field === 'date' ? format.dayOfYear(text) : text)
    return [{ field, from: written(change.from), to: written(change.to) }]
  })

  function money({ amount, currency }: Sum): string {
    return format.money(amount, currency)
  }
}
