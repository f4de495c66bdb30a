import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { temporaryFolder } from '../temporary-folder.ts'
import { launchBrowser } from './browser.ts'
import { startLedger } from './ledger.ts'
import { fillWithExtremes } from './extremes.ts'
import { enter, type Person } from './people.ts'
import { empty, firstRun, ofDemo, ofExtremes, type Screen } from './screens.ts'

/**
 * Makes docs/screenshots: each page on a phone, a tablet and a desktop, in light and, but for the tablet, in dark, of a new ledger,
 * of one that `ledger demo` has filled, and of one with all that is hard to show. The dates are those of the day it is run on.
 * Arguments name the screens to make, all unless there are some. As WebP they take three and a half megabytes, as PNG fifteen.
 */
const root = join(import.meta.dirname, '../..')
const folder = join(root, 'docs/screenshots')
/** Of 100: text is still sharp. */
const QUALITY = 35
const sizes = [
  { width: 360, height: 740, deviceScaleFactor: 2, hasTouch: true, themes: ['light', 'dark'] },
  { width: 768, height: 1024, themes: ['light'] },
  { width: 1440, height: 900, themes: ['light', 'dark'] },
] as const
const ana = { name: 'Ana Novak', email: 'ana@example.com', password: 'demo demo demo' }

const names = process.argv.slice(2)
const wanted = (screens: readonly Screen[]) => screens.filter(({ name }) => names.length === 0 || names.includes(name))

if (names.length === 0) rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const browser = await launchBrowser()
try {
  if (wanted([firstRun, empty]).length > 0) await withLedger(temporaryFolder(), takeNewLedger)
  if (wanted(ofDemo).length > 0) await takeDemo()
  if (wanted(ofExtremes).length > 0) await withLedger(temporaryFolder(), takeExtremes)
} finally {
  await browser.close()
}

async function takeNewLedger(url: string): Promise<void> {
  await take(url, wanted([firstRun]), 'nobody')
  await register(url)
  await take(url, wanted([empty]), ana)
}

async function register(url: string): Promise<string> {
  const headers = { 'Content-Type': 'application/json' }
  const body = JSON.stringify({ ...ana, currency: 'EUR' })
  const registered = await fetch(new URL('/api/users', url), { method: 'POST', headers, body })
  return registered.headers
    .getSetCookie()
    .map((cookie) => cookie.replace(/;.*/, ''))
    .join('; ')
}

async function takeExtremes(url: string): Promise<void> {
  await fillWithExtremes(url, await register(url))
  await take(url, wanted(ofExtremes), ana)
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
  for (const { width, height, themes, ...more } of sizes) {
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
    const session = await context.newCDPSession(page)
    for (const { name, show } of screens) {
      await show(page)
      for (const theme of themes) await shoot(page, session, theme, `${name}-${width}-${theme}.webp`)
    }
    await context.close()
  }
}

async function shoot(page: Page, session: CDPSession, colorScheme: 'light' | 'dark', file: string): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.locator(`html[data-bs-theme=${colorScheme}]`).waitFor()
  // Painted twice: what changes its colours with the theme has begun and been shown.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
  await page.evaluate('document.fonts.ready')
  const path = join(folder, file)
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY })
  writeFileSync(path, data, 'base64')
  console.log(path)
}
