/** How the rows of a report are shown. `id` columns are for programs, and stay out of tables. */
export type Column<T> = { title: string; cell: (row: T) => string; right?: boolean; id?: boolean }

/** Lines of aligned columns under their titles. */
export function table<T>(columns: readonly Column<T>[], rows: readonly T[]): string[] {
  const shown = columns.filter(({ id }) => id !== true)
  const lines = [shown.map(({ title }) => title), ...rows.map((row) => shown.map(({ cell }) => oneLine(cell(row))))]
  const widths = shown.map((_, at) => Math.max(...lines.map((cells) => widthOf(cells[at] ?? ''))))
  return lines.map((cells) => {
    const padded = cells.map((cell, at) => {
      const blanks = ' '.repeat((widths[at] ?? 0) - widthOf(cell))
      return shown[at]?.right ? blanks + cell : cell + blanks
    })
    return padded.join('  ').trimEnd()
  })
}

/** No terminal is moved or recoloured by what somebody wrote, and no text takes two lines. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ')
}

const letters = new Intl.Segmenter()
/** Cells of a terminal: ideographs, kana, hangul and pictures take two. */
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\p{Emoji_Presentation}]/u

function widthOf(text: string): number {
  return [...letters.segment(text)].reduce((width, { segment }) => width + (WIDE.test(segment) ? 2 : 1), 0)
}
