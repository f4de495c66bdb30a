import { defuse, toLine } from '../../api/csv.ts'

/** A column of a file. What people wrote is `words`: of that, no spreadsheet makes a formula. */
export type CsvColumn<Row> = { title: string; cell: (row: Row) => string; words?: true }

/** `rows` under the titles of `columns`, in the form of the server's exports. */
export function toCsv<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  const cellsOf = (row: Row) => columns.map(({ cell, words }) => (words ? defuse(cell(row)) : cell(row)))
  return toLine(columns.map(({ title }) => title)) + rows.map((row) => toLine(cellsOf(row))).join('')
}
