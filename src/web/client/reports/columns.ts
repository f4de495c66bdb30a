import type { Changes, Spending, Total } from '../../api.ts'
import type { CsvColumn } from './csv.ts'
import type { Changed, Part } from './changes.ts'
import type { Group } from './report.ts'
import type { Item } from './statement.ts'

// The files of the page have the columns of those that `ledger report … --format csv` writes.

export function spendingColumns(group: Group): CsvColumn<Spending['rows'][number]>[] {
  const months: CsvColumn<Spending['rows'][number]>[] = [{ title: 'month', cell: ({ month = '' }) => month }]
  const categories: CsvColumn<Spending['rows'][number]>[] = [
    { title: 'category', cell: ({ category = '' }) => category, words: true },
    { title: 'categoryId', cell: ({ categoryId = '' }) => categoryId },
  ]
  return [
    ...(group.includes('month') ? months : []),
    ...(group.includes('category') ? categories : []),
    { title: 'currency', cell: ({ currency }) => currency },
    { title: 'count', cell: ({ count }) => `${count}` },
    { title: 'total', cell: ({ total }) => total },
  ]
}

export const statementColumns: CsvColumn<Item>[] = [
  { title: 'date', cell: ({ date }) => date },
  { title: 'category', cell: ({ category }) => category, words: true },
  { title: 'description', cell: ({ description }) => description, words: true },
  { title: 'amount', cell: ({ amount }) => amount },
  { title: 'running', cell: ({ running }) => running },
  { title: 'currency', cell: ({ currency }) => currency },
  { title: 'id', cell: ({ id }) => id },
  { title: 'userId', cell: ({ userId }) => userId },
  { title: 'categoryId', cell: ({ categoryId }) => categoryId },
  { title: 'recordedAt', cell: ({ recordedAt }) => recordedAt },
  { title: 'changedAt', cell: ({ changedAt }) => changedAt },
  { title: 'changedBy', cell: ({ changedBy }) => changedBy?.name ?? '', words: true },
  { title: 'version', cell: ({ version }) => `${version}` },
]

type PartRow = { item: Changed; part: Part; count: number; total: string; currency: string }
const now = ({ is, was }: Changed) => is ?? was

export const changesColumns: CsvColumn<PartRow>[] = [
  { title: 'recordedAt', cell: ({ part }) => part.recordedAt },
  { title: 'position', cell: ({ part }) => `${part.position}` },
  { title: 'type', cell: ({ part }) => part.type },
  { title: 'by', cell: ({ part }) => part.actor?.name ?? '', words: true },
  { title: 'date', cell: ({ item }) => now(item)?.date ?? '' },
  { title: 'category', cell: ({ item }) => now(item)?.category ?? '', words: true },
  { title: 'description', cell: ({ item }) => now(item)?.description ?? '', words: true },
  { title: 'count', cell: ({ count }) => `${count}` },
  { title: 'difference', cell: ({ total }) => total },
  { title: 'currency', cell: ({ currency }) => currency },
  { title: 'id', cell: ({ item }) => item.id },
]

/** A row for each event and currency that it moved, or one for an event that moved none: differences add up to the whole. */
export function partRows({ items }: Pick<Changes, 'items'>): PartRow[] {
  const none: Pick<Total, 'count' | 'total'> & { currency: string } = { count: 0, total: '', currency: '' }
  return items.flatMap((item) =>
    item.events.flatMap((part) =>
      (part.difference.length > 0 ? part.difference : [none]).map((moved) => ({ item, part, ...moved })),
    ),
  )
}
