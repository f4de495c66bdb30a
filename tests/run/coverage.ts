import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runProgram } from './program.ts'

/** Where each process of the tests, and each page they open, leaves what it has run: for NODE_V8_COVERAGE. */
export const rawCoverage = 'coverage/raw'

/** How much of the statements has to run, in percent, if all tests do. */
export const ENOUGH = 90

export function forgetCoverage(): void {
  rmSync(rawCoverage, { recursive: true, force: true })
}

/**
 * Prints two summaries, writes two Cobertura files, and resolves to whether `enough` percent has run in both. The page is looked at by itself
 * because what ran in Chromium is known of the built files only: what the build left out counts there as if it had run.
 */
export async function reportCoverage(enough: number, signal: AbortSignal): Promise<boolean> {
  for (const file of readdirSync(rawCoverage)) leaveOutLibraries(join(rawCoverage, file))
  const server = ['--all', '--include=src/**/*.ts', '--exclude=src/web/client/**', '--reports-dir=reports']
  const page = ['--all', '--include=src/web/client/**/*.{ts,tsx}', '--include=dist/client/assets/*.js']
  console.log('\nWithout the page:')
  const serverEnough = await report(server)
  console.log('\nThe page:')
  const pageEnough = await report([...page, '--exclude-after-remap', '--reports-dir=reports/page'])
  return serverEnough && pageEnough

  function report(part: readonly string[]): Promise<boolean> {
    return runProgram(C8, reporting(rawCoverage, part, enough), signal)
  }
}

export const C8 = 'node_modules/c8/bin/c8.js'

/** What c8 is told to make of what processes left in a folder. */
export function reporting(raw: string, part: readonly string[], enough: number): string[] {
  const shown = ['--reporter=text-summary', '--reporter=cobertura', '--src=src']
  const demanded = ['--check-coverage', `--statements=${enough}`, '--lines=0']
  return ['report', `--temp-directory=${raw}`, ...part, ...shown, ...demanded]
}

interface RawCoverage {
  result: { url: string }[]
  'source-map-cache'?: Record<string, unknown>
}

/** Nine tenths of what a process leaves is about libraries and tests, and c8 would read it all, twice. */
function leaveOutLibraries(path: string): void {
  const { result, 'source-map-cache': maps = {} } = JSON.parse(readFileSync(path, 'utf8')) as RawCoverage
  const kept: RawCoverage = {
    result: result.filter(({ url }) => ours(url)),
    'source-map-cache': Object.fromEntries(Object.entries(maps).filter(([url]) => ours(url))),
  }
  writeFileSync(path, JSON.stringify(kept))
}

const [server, page] = ['src/', 'dist/'].map((folder) => `${pathToFileURL(resolve(folder)).href}/`)

function ours(url: string): boolean {
  return url.startsWith(server!) || url.startsWith(page!)
}
