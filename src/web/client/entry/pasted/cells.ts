/**
 * The lines of `text` as cells, parted by tabs or else by semicolons, as spreadsheets copy them; what stands in quotes may hold
 * either, and line ends. `undefined` if nothing parts them: then it is just text.
 */
export function cellsOf(text: string): string[][] | undefined {
  const separator = text.includes('\t') ? '\t' : ';'
  const lines = linesOf(text.replaceAll('\r\n', '\n'), separator).filter((cells) => cells.some((cell) => cell !== ''))
  return lines.some((cells) => cells.length > 1) ? lines : undefined
}

function linesOf(text: string, separator: string): string[][] {
  const cell = new RegExp(`("(?:[^"]|"")*"|[^${separator}\n]*)(${separator}|\n|$)`, 'gy')
  const lines: string[][] = []
  let line: string[] = []
  for (const [, raw = '', end] of text.matchAll(cell)) {
    line.push(unquoted(raw).trim())
    if (end === separator) continue
    lines.push(line)
    line = []
    if (end === '') break
  }
  return lines
}

function unquoted(cell: string): string {
  return /^".*"$/s.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell
}
