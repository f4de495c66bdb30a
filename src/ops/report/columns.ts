import type { ChangesItem } from '../../projections/reports/changes.ts'
import type { Part } from '../../projections/reports/explained.ts'
import type { Group } from '../../projections/reports/question.ts'
import type { SpendingRow } from '../../projections/reports/spending.ts'
import type { StatementItem } from '../../projections/reports/statement.ts'
import type { Column } from './table.ts'

/** A part of the difference in one currency: the parts of a column add up to the whole. */
export type PartRow = { item: ChangesItem; part: Part; currency: string; count: number; total: string }

export function spendingColumns({ month, category }: Group): Column<SpendingRow>[] {
  const months: Column<SpendingRow> = { title: 'month', cell: (row) => row.month ?? '' }
  const categories: Column<SpendingRow>[] = [
    { title: 'category', cell: (row) => row.category ?? '' },
    { title: 'categoryId', cell: (row) => row.categoryId ?? '', id: true },
  ]
  return [
    ...(month ? [months] : []),
    ...(category ? categories : []),
    { title: 'currency', cell: ({ currency }) => currency },
    { title: 'count', cell: ({ count }) => String(count), right: true },
    { title: 'total', cell: ({ total }) => total, right: true },
  ]
}

export const statementColumns: Column<StatementItem>[] = [
  { title: 'date', cell: ({ date }) => date },
  { title: 'category', cell: ({ category }) => category },
  { title: 'description', cell: ({ description }) => description },
  { title: 'amount', cell: ({ amount }) => amount, right: true },
  { title: 'running', cell: ({ running }) => running, right: true },
  { title: 'currency', cell: ({ currency }) => currency },
  { title: 'id', cell: ({ id }) => id, id: true },
  { title: 'userId', cell: ({ userId }) => userId, id: true },
  { title: 'categoryId', cell: ({ categoryId }) => categoryId, id: true },
  { title: 'recordedAt', cell: ({ recordedAt }) => recordedAt, id: true },
  { title: 'changedAt', cell: ({ changedAt }) => changedAt, id: true },
  { title: 'changedBy', cell: ({ changedBy }) => changedBy?.name ?? '', id: true },
  { title: 'version', cell: ({ version }) => String(version), id: true },
]

export const changesColumns: Column<PartRow>[] = [
  { title: 'recordedAt', cell: ({ part }) => part.recordedAt },
  { title: 'position', cell: ({ part }) => String(part.position), id: true },
  { title: 'type', cell: ({ part }) => part.type },
  { title: 'by', cell: ({ part }) => part.actor?.name ?? '' },
  { title: 'date', cell: ({ item }) => (item.is ?? item.was)?.date ?? '' },
  { title: 'category', cell: ({ item }) => (item.is ?? item.was)?.category ?? '' },
  { title: 'description', cell: ({ item }) => (item.is ?? item.was)?.description ?? '' },
  { title: 'count', cell: ({ count }) => String(count), right: true },
  { title: 'difference', cell: ({ total }) => total, right: true },
  { title: 'currency', cell: ({ currency }) => currency },
  { title: 'id', cell: ({ item }) => item.id, id: true },
]

/** One row for each event and currency that it moved, or one for an event that moved none. */
export function partRows(item: ChangesItem): PartRow[] {
  return item.events.flatMap((part) => {
    const none = { currency: '', count: 0, total: '' }
    return (part.difference.length > 0 ? part.difference : [none]).map((moved) => ({ item, part, ...moved }))
  })
}
