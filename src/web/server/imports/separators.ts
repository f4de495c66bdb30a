import type { Separator } from '../../api.ts'
import { say, type Said } from './sayings.ts'

const separators: readonly Separator[] = [';', '\t', ',', '|']
const inWords: Record<Separator, string> = { ';': 'semicolon', '\t': 'tab', ',': 'comma', '|': 'bar' }

/** Lines that are looked at: more would say no more. */
const SAMPLE = 30

type Count = { separator: Separator; lines: number; each: number }

/** What parts the cells: what most of the first lines have as often as each other. */
export function separatorOf(text: string): { separator: Separator; why: Said } {
  const lines = outsideOfQuotes(text.slice(0, 200_000))
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE)
  const counts = separators.map((separator) => countOf(separator, lines))
  const best = counts.reduce((one, other) => (isBetter(other, one) ? other : one))
  if (best.each === 0) return { separator: ',', why: say('nothing-parts') }
  const { separator, lines: alike, each } = best
  return {
    separator,
    why: say('cells-parted', { lines: alike, of: lines.length, each, separator: inWords[separator] }),
  }
}

function isBetter(other: Count, one: Count): boolean {
  return (
    other.each > 0 &&
    (one.each === 0 || other.lines > one.lines || (other.lines === one.lines && other.each > one.each))
  )
}

/** How often it stands in a line, most often, and in how many lines it does so. */
function countOf(separator: Separator, lines: readonly string[]): Count {
  const times = Map.groupBy(lines, (line) => line.split(separator).length - 1)
  let best: Count = { separator, lines: 0, each: 0 }
  for (const [each, { length }] of times) if (each > 0 && length > best.lines) best = { separator, lines: length, each }
  return best
}

/** What stands in quotes parts nothing. */
function outsideOfQuotes(text: string): string {
  return text.replace(/"(?:[^"]|"")*"/g, '""')
}
