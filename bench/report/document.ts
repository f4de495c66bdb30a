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
  const before = readFileSync(DOCUMENT, 'utf8')
  const [head = ''] = before.split(BEGIN)
  const tail = before.split(END)[1] ?? ''
  const text = [head + BEGIN, aboutOf(result), markdown(lines), notesOf(lines, result.parts), END + tail].join('\n\n')
  writeFileSync(DOCUMENT, await format(text, { ...(await resolveConfig(DOCUMENT)), filepath: DOCUMENT }))
}

function aboutOf({ at, commit, machine, versions, sizes }: Result): string {
  const { cores, model, memory, system } = machine
  const used = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
  return `Measured on ${at.slice(0, 10)} at commit ${commit} on ${cores} cores (${model}), ${memory}, ${system}, with
${used.join(', ')}; medians of ${sizes.rounds} rounds of ${sizes.seconds} s.`
}

function markdown(lines: readonly Line[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [row(columns), row(columns.map(() => '---')), ...lines.map((line) => row(rowOf(line)))].join('\n')
}

function notesOf(lines: readonly Line[], parts: Result['parts']): string {
  return [...notes(lines), ...brokenOff(parts)].map((words) => `- ${words}`).join('\n')
}
