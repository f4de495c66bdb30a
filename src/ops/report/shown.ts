import type { Moment, Report } from '../../projections/reports/question.ts'
import { toJson } from '../../projections/reports/to-json.ts'
import type { Total } from '../../projections/reports/totals.ts'
import { defuse, toLine } from '../../web/server/exports/csv.ts'
import { table, type Column } from './table.ts'

export const formats = ['table', 'csv', 'json'] as const
export type Format = (typeof formats)[number]

type Showing<Opening, Item, Closing, Row> = {
  /** What it is, and what it stands for. */
  title: (opening: Opening) => string
  columns: readonly Column<Row>[]
  rowsOf: (item: Item) => readonly Row[]
  totals: (closing: Closing) => { title: string; totals: readonly Total[] }
}

/** `report` in each form, to be written out piece by piece; one of them may be taken. `title` says what it stands for. */
export function shown<Opening extends object, Item extends object, Closing extends object, Row>(
  report: Report<Opening, Item, Closing>,
  { title, columns, rowsOf, totals }: Showing<Opening, Item, Closing, Row>,
): Record<Format, () => AsyncGenerator<string>> & { title: string } {
  return {
    title: title(report.opening),
    async *json() {
      yield* toJson(report)
      yield '\n'
    },
    async *csv() {
      yield toLine(columns.map((column) => column.title))
      for await (const items of report.portions) {
        yield items
          .flatMap(rowsOf)
          .map((row) => toLine(columns.map(({ cell, right }) => (right ? cell(row) : defuse(cell(row))))))
          .join('')
      }
    },
    async *table() {
      const rows: Row[] = []
      for await (const items of report.portions) rows.push(...items.flatMap(rowsOf))
      const summed = totals(report.closing())
      const lines = [title(report.opening), '', ...(rows.length > 0 ? table(columns, rows) : ['Nothing.'])]
      if (summed.totals.length > 0) lines.push('', summed.title, ...table(totalColumns, summed.totals))
      yield `${lines.join('\n')}\n`
    },
  }
}

const totalColumns: Column<Total>[] = [
  { title: 'currency', cell: ({ currency }) => currency },
  { title: 'count', cell: ({ count }) => String(count), right: true },
  { title: 'total', cell: ({ total }) => total, right: true },
]

/** `position 12, recorded 2026-11-23T12:00:00.000012Z`. */
export function wordsOf({ position, recordedAt }: Moment): string {
  return recordedAt === null
    ? 'position 0, before anything was recorded'
    : `position ${position}, recorded ${recordedAt}`
}
