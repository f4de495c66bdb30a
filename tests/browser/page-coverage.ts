import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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
    const result = ours.map(({ url, scriptId, functions }) => ({
      url: pathToFileURL(join(client, new URL(url).pathname)).href,
      scriptId,
      functions,
    }))
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `coverage-page-${randomUUID()}.json`), JSON.stringify({ result }))
  }
}
