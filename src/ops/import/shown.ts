import type { ImportPreview, ImportRow } from '../../web/api.ts'
import { table, type Column } from '../report/table.ts'

/** What would become of a file, in lines for a terminal. */
export function shown(preview: ImportPreview): string[] {
  const { rows, recognised, questions, counts } = preview
  const remarks = recognised.map(({ parameter, message }) => ({
    parameter,
    value: valueOf(preview, parameter),
    message,
  }))
  const asked = questions.map(
    ({ parameter, message }) => `--${parameter.replace(/[A-Z]/g, (at) => `-${at.toLowerCase()}`)}: ${message}`,
  )
  return [
    ...table(remarkColumns, remarks),
    '',
    ...(asked.length > 0 ? ['Say first:', ...asked, ''] : []),
    ...table(rowColumns, rows),
    '',
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([outcome, count]) => `${count} ${outcome}`)
      .join(', ') || 'No rows.',
  ]
}

type Remark = { parameter: string; value: string; message: string }

const remarkColumns: Column<Remark>[] = [
  { title: 'read as', cell: ({ parameter }) => parameter },
  { title: 'is', cell: ({ value }) => value },
  { title: 'because', cell: ({ message }) => message },
]

const rowColumns: Column<ImportRow>[] = [
  { title: 'row', cell: ({ row }) => String(row), right: true },
  { title: 'line', cell: ({ line }) => String(line), right: true },
  { title: 'outcome', cell: ({ outcome }) => outcome },
  { title: 'date', cell: ({ date }) => date },
  { title: 'category', cell: ({ category }) => category },
  { title: 'description', cell: ({ description }) => description },
  { title: 'amount', cell: ({ amount }) => amount, right: true },
  { title: 'currency', cell: ({ currency }) => currency },
  { title: 'why', cell: ({ message }) => message ?? '' },
]

function valueOf(preview: ImportPreview, parameter: string): string {
  const value = (preview as unknown as Record<string, unknown>)[parameter]
  return value === '\t' ? 'tab' : String(value)
}
