import type { Expense } from '../../api.ts'
import { toCsv, type CsvColumn } from '../reports/csv.ts'

const columns: readonly CsvColumn<Expense>[] = [
  { title: 'date', cell: ({ date }) => date },
  { title: 'category', cell: ({ category }) => category, words: true },
  { title: 'description', cell: ({ description }) => description, words: true },
  { title: 'amount', cell: ({ amount }) => amount },
  { title: 'currency', cell: ({ currency }) => currency },
  { title: 'deleted', cell: ({ deleted }) => String(deleted) },
  { title: 'id', cell: ({ id }) => id },
  { title: 'userId', cell: ({ userId }) => userId },
  { title: 'recordedAt', cell: ({ recordedAt }) => recordedAt },
  { title: 'changedAt', cell: ({ changedAt }) => changedAt },
  { title: 'changedBy', cell: ({ changedBy }) => changedBy?.name ?? '', words: true },
  { title: 'version', cell: ({ version }) => String(version) },
]

/** `expenses` as the server exports them: it exports what a filter matches, not what somebody picked. */
export function csvOf(expenses: readonly Expense[]): string {
  return toCsv(columns, expenses)
}
