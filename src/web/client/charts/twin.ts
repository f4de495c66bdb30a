import { toCsv } from '../reports/csv.ts'

/** What a chart shows, as a table: of each row what it is about first, then a figure per column. */
export type Twin = {
  caption: string
  columns: readonly [string, ...string[]]
  rows: readonly TwinRow[]
  /** What it is called as a file, without the ending. */
  file: string
}
/** `values` are what the row says to other programs, what it is about first: dates and amounts as the ledger writes them. */
export type TwinRow = {
  key: string
  href: string
  name: string
  figures: readonly string[]
  values: readonly string[]
}

/** The table as a file for other programs. */
export function csvOf({ columns, rows }: Twin): string {
  const titled = columns.map((title, index) => ({
    title,
    cell: ({ values }: TwinRow) => values[index] ?? '',
    ...(index === 0 && { words: true as const }),
  }))
  return toCsv(titled, rows)
}
