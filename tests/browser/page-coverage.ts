import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'

const client = join(import.meta.dirname, '../../dist/client')

/**
 * Records which of the page's code runs, where tests/run.ts asks for coverage; call it before the page is first opened, and
 * what it resolves to before the page is closed. Chromium counts as Node does, in the built files: told as such, beside the
 * counts of the Node processes, c8 finds its way back to src/web/client by their source maps.
 */
export async function recordPageCoverage(page: Page): Promise<() => Promise<void>> {
  const folder = process.env.NODE_V8_COVERAGE
  if (!folder) return async () => {}
  await page.coverage.startJSCoverage({ resetOnNavigation: false })
  return async () => {
    const scripts = await page.coverage.stopJSCoverage()
    const ours = scripts.filter(({ url }) => new URL(url).pathname.startsWith('/assets/'))
    const files = ours.map(({ url, scriptId, functions }) => {
      const file = join(client, new URL(url).pathname)
      return { file, covered: { url: pathToFileURL(file).href, scriptId, functions } }
    })
    const result = files.map(({ covered }) => covered)
    const maps = Object.fromEntries(files.map(({ file, covered }) => [covered.url, { data: sourceMapOf(file) }]))
    mkdirSync(folder, { recursive: true })
    const path = join(folder, `coverage-page-${randomUUID()}.json`)
    writeFileSync(path, JSON.stringify({ result, 'source-map-cache': maps }))
  }
}

/** With full paths: c8 looks whether a source is to be reported before it has made a path of a relative one, and drops it. */
function sourceMapOf(file: string): object {
  const map = JSON.parse(readFileSync(`${file}.map`, 'utf8')) as { sources: string[] }
  return { ...map, sources: map.sources.map((source) => resolve(dirname(file), source)) }
}
