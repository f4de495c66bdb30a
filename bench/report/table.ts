import type { Figure, Line } from '../line.ts'
import type { Result } from './result.ts'

export const columns = ['what', 'measured', 'beside', 'that', 'ratio', 'asked', 'reached']

/** One row per line, in words and figures. */
export function rowOf({ what, measured, beside, ratio, asked = '', reached }: Line): string[] {
  const verdict = reached === undefined ? '' : reached ? 'yes' : 'no'
  return [
    what,
    text(measured),
    beside?.what ?? '',
    beside ? text(beside.figure) : '',
    ratio === undefined ? '' : ratioText(ratio),
    asked,
    verdict,
  ]
}

export function text({ value, unit }: Figure): string {
  const digits = unit === 'ms' && value < 100 ? 1 : 0
  const number = value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return unit === '/s' ? `${number}/s` : `${number} ${unit}`
}

function ratioText(ratio: number): string {
  return ratio < 1.05 ? `${(ratio * 100).toFixed(1)} %` : `${ratio.toFixed(2)} ×`
}

/** For a terminal. */
export function table(lines: readonly Line[]): string {
  const rows = [columns, ...lines.map(rowOf)]
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** What is to be said beside the figures. */
export function notes(lines: readonly Line[]): string[] {
  return lines.flatMap(({ what, note }) => (note === undefined ? [] : [`${what}: ${note}`]))
}

/** The parts that broke off, and so are not in the table. */
export function brokenOff(parts: Result['parts']): string[] {
  return parts.flatMap(({ name, problem }) => (problem === undefined ? [] : [`**${name}** broke off: ${problem}`]))
}
