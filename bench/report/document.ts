import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import type { Line } from '../line.ts'
import { chart } from './chart.ts'
import type { Result } from './result.ts'
import { brokenOff, columns, notes, rowOf } from './table.ts'

const DOCUMENT = 'docs/benchmarks.md'
const CHART = 'docs/benchmarks.svg'
const [BEGIN, END] = ['<!-- written by npm run bench -- --write -->', '<!-- until here -->']

/** Puts the result into bench/results, and its table and chart into docs/benchmarks.md. */
export async function write(result: Result): Promise<void> {
  const lines = result.parts.flatMap((part) => part.lines)
  const file = `bench/results/${result.at.slice(0, 10)}-${result.commit.replace('+', '')}.json`
  mkdirSync('bench/results', { recursive: true })
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`)
  writeFileSync(CHART, chart(lines))
  const { rounds, seconds } = result.sizes
  const about = `${aboutOf(result)}; medians of ${rounds} rounds of ${seconds} s.`
  await putInto(DOCUMENT, BEGIN, [about, markdown(columns, lines.map(rowOf)), notesOf(lines, result.parts)])
}

/** Puts `paragraphs` into `document`, between its line `begin` and the next line that ends such a place. */
export async function putInto(document: string, begin: string, paragraphs: readonly string[]): Promise<void> {
  const [head = '', after = ''] = readFileSync(document, 'utf8').split(begin)
  const tail = after.slice(after.indexOf(END))
  const text = [head + begin, ...paragraphs, tail].join('\n\n')
  writeFileSync(document, await format(text, { ...(await resolveConfig(document)), filepath: document }))
}

/** When, of what, on what and with what it was measured. */
export function aboutOf({
  at,
  commit,
  machine,
  versions,
}: Pick<Result, 'at' | 'commit' | 'machine' | 'versions'>): string {
  const { cores, model, memory, system } = machine
  const used = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
  return `Measured on ${at.slice(0, 10)} at commit ${commit} on ${cores} cores (${model}), ${memory}, ${system}, with
${used.join(', ')}`
}

export function markdown(columns: readonly string[], rows: readonly string[][]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [row(columns), row(columns.map(() => '---')), ...rows.map(row)].join('\n')
}

function notesOf(lines: readonly Line[], parts: Result['parts']): string {
  return [...notes(lines), ...brokenOff(parts)].map((words) => `- ${words}`).join('\n')
}
