/**
 * Where a spreadsheet would see the beginning of a formula: at the beginning of a cell, and after whatever some of them take
 * for the beginning of one (a semicolon, a tab, the end of a line). Apostrophes before it count: one is taken away on the way back.
 */
const CELL = '(?<=^|[;\\t\\r\\n])'
const FORMULA = "'*(?:[\\t\\r\\n]|[^\\S\\t\\r\\n]*[=+\\-@＝＋－＠])"
const unsafe = new RegExp(`${CELL}(?=${FORMULA})`, 'gu')
const defused = new RegExp(`${CELL}'(?=${FORMULA})`, 'gu')

/** `text` so that no spreadsheet runs it: an apostrophe goes before what would begin a formula. */
export function defuse(text: string): string {
  return text.replace(unsafe, "'")
}

/** The text that was defused. */
export function undefuse(text: string): string {
  return text.replace(defused, '')
}

/** One record as RFC 4180 has it, with its end of line. */
export function toLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",;\r\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`
}
