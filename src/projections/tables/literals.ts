import { escape } from 'mysql2'

export type Cell = string | number | null

// Rows are written by the hundred thousand when a table is built, and almost no cell has anything to escape.
const SPECIAL = /[\0\n\r\b\t\\'"\x1a]/

/** `rows` as SQL has them after `values`, in portions of about `longest` characters. */
export function* literalsOf(rows: Iterable<readonly Cell[]>, longest: number): Generator<string> {
  let sql = ''
  for (const row of rows) {
    if (sql.length > longest) {
      yield sql
      sql = ''
    }
    sql += `${sql === '' ? '' : ','}(${row.map(literalOf).join(',')})`
  }
  if (sql !== '') yield sql
}

function literalOf(cell: Cell): string {
  if (typeof cell !== 'string') return String(cell)
  return SPECIAL.test(cell) ? escape(cell) : `'${cell}'`
}
