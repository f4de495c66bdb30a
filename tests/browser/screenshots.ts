import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { temporaryFolder } from '../temporary-folder.ts'
import { launchBrowser } from './browser.ts'
import { startLedger } from './ledger.ts'
import { enter, type Person } from './people.ts'
import { empty, firstRun, ofDemo, type Screen } from './screens.ts'

/**
 * Makes dist/screenshots: each page on a phone, a tablet and a desktop, in light and in dark, of a new ledger and of one that
 * `ledger demo` has filled; those that the documents show are kept in docs/screenshots. The dates are those of the day it is run
 * on. Arguments name the screens to make, all unless there are some.
 */
const root = join(import.meta.dirname, '../..')
const folder = join(root, 'dist/screenshots')
const shown = join(root, 'docs/screenshots')
const sizes = [
  { width: 360, height: 740, deviceScaleFactor: 2, hasTouch: true },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
]
const ana = { name: 'Ana Novak', email: 'ana@example.com', password: 'demo demo demo' }

const names = process.argv.slice(2)
const wanted = (screens: readonly Screen[]) => screens.filter(({ name }) => names.length === 0 || names.includes(name))

if (names.length === 0) rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const browser = await launchBrowser()
try {
  if (wanted([firstRun, empty]).length > 0) await withLedger(temporaryFolder(), takeNewLedger)
  if (wanted(ofDemo).length > 0) await takeDemo()
} finally {
  await browser.close()
}
for (const file of readdirSync(shown))
  if (existsSync(join(folder, file))) copyFileSync(join(folder, file), join(shown, file))

async function takeNewLedger(url: string): Promise<void> {
  await take(url, wanted([firstRun]), 'nobody')
  const headers = { 'Content-Type': 'application/json' }
  await fetch(new URL('/api/users', url), {
    method: 'POST',
    headers,
    body: JSON.stringify({ ...ana, currency: 'EUR' }),
  })
  await take(url, wanted([empty]), ana)
}

async function takeDemo(): Promise<void> {
  const demo = temporaryFolder()
  const env = { ...process.env, DATA_DIR: demo }
  await once(spawn(process.execPath, ['src/main.ts', 'demo'], { cwd: root, env }), 'exit')
  await withLedger(demo, (url) => take(url, wanted(ofDemo), ana))
}

async function withLedger(dataDir: string, work: (url: string) => Promise<void>): Promise<void> {
  const ledger = await startLedger({ DATA_DIR: dataDir })
  try {
    await work(ledger.url)
  } finally {
    await ledger.stop()
  }
}

/** Takes each of `screens` on each size, in both themes. */
async function take(url: string, screens: readonly Screen[], who: Person | 'nobody'): Promise<void> {
  for (const { width, height, ...more } of sizes) {
    const options = {
      baseURL: url,
      viewport: { width, height },
      locale: 'en-GB',
      reducedMotion: 'reduce',
      ...more,
    } as const
    const context = await browser.newContext(options)
    if (who !== 'nobody') await enter(context, who)
    context.setDefaultTimeout(90_000)
    const page = await context.newPage()
    for (const { name, show } of screens) {
      await show(page)
      for (const theme of ['light', 'dark'] as const) await shoot(page, theme, `${name}-${width}-${theme}.png`)
    }
    await context.close()
  }
}

async function shoot(page: Page, colorScheme: 'light' | 'dark', file: string): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.locator(`html[data-bs-theme=${colorScheme}]`).waitFor()
  // Painted twice: what changes its colours with the theme has begun and been shown.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
  await page.evaluate('document.fonts.ready')
  const path = join(folder, file)
  await page.screenshot({ path })
  console.log(path)
}
