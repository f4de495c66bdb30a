import { mkdirSync, writeFileSync } from 'node:fs'
import type { Bench } from '../bench.ts'
import { aboutOf, markdown, putInto } from '../report/document.ts'
import { describe } from '../report/result.ts'
import { scaleChart } from './chart.ts'
import { measureScale } from './scale.ts'
import { sizeText, stored, timed, timeText, type Step, type Stored, type Timed } from './step.ts'

const DOCUMENT = 'docs/scale.md'
const CHART = 'docs/scale.svg'
const BEGIN = '<!-- written by npm run bench -- scale --write -->'

/** Measures the log that grows, prints the table, leaves the result in reports/, and with `write` in bench/results and docs/. */
export async function tellScale(bench: Bench, write: boolean): Promise<void> {
  const steps = await measureScale(bench)
  const { at, commit, machine, versions } = describe([], bench.sizes, bench.versions)
  const about = { at, commit, machine, versions }
  const json = `${JSON.stringify({ ...about, steps }, null, 2)}\n`
  const table = markdown(columnsOf(steps), rowsOf(steps))
  console.log(table)
  mkdirSync('reports', { recursive: true })
  writeFileSync('reports/scale.json', json)
  writeFileSync('reports/scale.svg', scaleChart(steps))
  if (!write) return
  writeFileSync(`bench/results/scale-${about.at.slice(0, 10)}-${about.commit.replace('+', '')}.json`, json)
  writeFileSync(CHART, scaleChart(steps))
  const picture = '![Time and storage by the length of the log, both axes logarithmic](scale.svg)'
  await putInto(DOCUMENT, BEGIN, [`${aboutOf(about)}.`, picture, table])
}

function columnsOf(steps: readonly Step[]): string[] {
  return ['', ...steps.map(({ events }) => `${events.toLocaleString('en')} events`)]
}

function rowsOf(steps: readonly Step[]): string[][] {
  const times = Object.entries(timed).map(([key, name]) => {
    return [name, ...steps.map(({ milliseconds }) => timeText(milliseconds[key as Timed]))]
  })
  const sizes = Object.entries(stored).map(([key, name]) => {
    return [`on the disk: ${name}`, ...steps.map(({ megabytes }) => sizeText(megabytes[key as Stored]))]
  })
  return [...times, ['peak memory of the rebuild', ...steps.map(({ memory }) => sizeText(memory))], ...sizes]
}
