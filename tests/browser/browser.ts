import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { recordPageCoverage } from './page-coverage.ts'
import { enter, type Person } from './people.ts'

/** Noon of a Monday: what the page takes for now, so that no test depends on when it runs. */
const NOW = new Date('2026-11-23T12:00:00Z')
/** A sandbox needs rights that a container seldom has; the rest keeps Chromium from calling home. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const desktop = { viewport: { width: 1440, height: 900 } }
export const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM || onPath('chromium'), args })
}

function onPath(program: string): string {
  const found = (process.env.PATH ?? '').split(delimiter).find((folder) => existsSync(join(folder, program)))
  if (found === undefined) throw new Error(`There is no ${program}: set CHROMIUM to a Chromium's path`)
  return join(found, program)
}

export type Visit = {
  page: Page
  context: BrowserContext
  complaints: string[]
  /** What the page shows and has the focus, in words: for a story that failed. */
  seen: () => Promise<string>
  close: () => Promise<void>
}

/**
 * A new visitor at `url`, signed in as `who` if that is somebody. `complaints` collects what the browser holds against the page:
 * errors, a broken security policy, and answers that are a mistake on either side. A refusal that a person is told about is none,
 * nor is a connection that is cut.
 */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = desktop,
  who?: Person,
): Promise<Visit> {
  const context = await browser.newContext({
    ...{ baseURL: url, locale: 'en-GB', timezoneId: 'Europe/Berlin' },
    // A colour that is still on its way to another has neither's contrast.
    reducedMotion: 'reduce',
    // What one answers in place of the server, a service worker would take away; the one of the page has stories of its own.
    serviceWorkers: 'block',
    ...options,
  })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message))
  page.on('console', (message) => {
    const isRefusal = /^Failed to load resource: (.* status of (401|409|412|422|429) |net::ERR_)/.test(message.text())
    const isOurs = message.text() === 'Service Worker registration blocked by Playwright'
    if (['error', 'warning'].includes(message.type()) && !isRefusal && !isOurs) complaints.push(message.text())
  })
  await page.addInitScript(`document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    console.error('Security policy:', violatedDirective, blockedURI)
  })`)
  await page.clock.setFixedTime(NOW)
  const keepCoverage = await recordPageCoverage(page)
  if (who) await enter(context, who)
  const isLive = (address: string) => new URL(address).pathname === '/api/live'
  // From then on the page hears of what is done past it.
  const listens = who && page.waitForResponse((answer) => isLive(answer.url()))
  await page.goto(new URL('/expenses', url).href)
  await listens
  const close = async () => {
    await keepCoverage()
    await context.close()
  }
  return { page, context, complaints, seen: () => seenOn(page), close }
}

async function seenOn(page: Page): Promise<string> {
  const shown = await page.locator('body').ariaSnapshot({ timeout: 5_000 })
  return `${page.url()} then showed:\n${shown}`
}
