import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { temporaryFolder } from '../temporary-folder.ts'
import { launchBrowser } from './browser.ts'
import { startLedger } from './ledger.ts'
import { begin, signIn } from './people.ts'
import { until } from './until.ts'

/**
 * Makes docs/screenshots: each page on a phone, a tablet and a desktop, in light and in dark, of a new ledger and of one that
 * `ledger demo` has filled. The dates are those of the day it is run on.
 */
const root = join(import.meta.dirname, '../..')
const folder = join(root, 'docs/screenshots')
const sizes = [
  { width: 360, height: 740, deviceScaleFactor: 2, hasTouch: true },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
]
const ana = { name: 'Ana Novak', email: 'ana@example.com', password: 'demo demo demo' }

type Screen = { name: string; show: (page: Page) => Promise<unknown> }
const listed = (page: Page) => page.locator('.results[aria-busy=false] :is(.expenses, .cards)').first().waitFor()

/** Until nothing is fetched any more. */
const settled = (page: Page) => until(async () => (await page.locator('[aria-busy=true], .skeleton').count()) === 0)

const ofNewLedger: Screen[] = [
  { name: 'first-run', show: (page) => page.getByRole('heading', { name: 'Begin your ledger' }).waitFor() },
  { name: 'empty', show: (page) => begin(page, ana) },
]
const ofDemo: Screen[] = [
  { name: 'sign-in', show: (page) => page.getByRole('heading', { name: 'Sign in' }).waitFor() },
  {
    name: 'expenses',
    async show(page) {
      await signIn(page, ana)
      await listed(page)
    },
  },
  {
    name: 'overview',
    async show(page) {
      await page.goto('/')
      await page.getByRole('heading', { name: 'By month' }).waitFor()
      await settled(page)
    },
  },
  {
    name: 'as-known-then',
    async show(page) {
      await page.goto('/?asOf=900')
      await page.getByRole('heading', { name: 'By month' }).waitFor()
      await settled(page)
    },
  },
  {
    name: 'reports',
    async show(page) {
      await page.goto('/reports?period=all')
      await settled(page)
    },
  },
  {
    name: 'changes',
    async show(page) {
      await page.goto('/reports?report=changes&since=900&period=all')
      await settled(page)
    },
  },
  {
    name: 'activity',
    async show(page) {
      await page.goto('/activity')
      await settled(page)
    },
  },
  {
    name: 'history',
    async show(page) {
      await page.goto('/activity?type=ExpenseAmended&period=all')
      await settled(page)
      const [expense] = await page.locator('main a[href*="expense="]').all()
      await page.goto((await expense?.getAttribute('href')) ?? '')
      await page.getByRole('dialog').getByText('recorded').first().waitFor()
    },
  },
  {
    name: 'admin',
    async show(page) {
      await page.goto('/admin')
      await page.getByRole('row', { name: /expenses/ }).waitFor()
    },
  },
  {
    name: 'all-time',
    async show(page) {
      await page.goto('/expenses?period=all&user=all&deleted=all')
      await listed(page)
    },
  },
  {
    name: 'add',
    async show(page) {
      await page.goto('/expenses')
      await listed(page)
      await page.keyboard.press('n')
      await page.getByRole('dialog').getByLabel('Amount').fill('12,50+4')
      await page.getByRole('option', { name: 'Groceries' }).last().click()
      await page.getByLabel('What for').fill('Coffee beans')
    },
  },
  {
    name: 'saved',
    async show(page) {
      await page.getByRole('button', { name: 'Save €16.50' }).click()
      await page.getByText('Saved €16.50').waitFor()
      await listed(page)
    },
  },
  {
    name: 'errors',
    async show(page) {
      await page.getByRole('button', { name: 'Undo' }).click()
      await page.getByText('Deleted Coffee beans').waitFor()
      await page.keyboard.press('n')
      await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'nothing-found',
    async show(page) {
      await page.goto('/expenses?q=zeppelin')
      await page.getByRole('heading', { name: 'No expense matches' }).waitFor()
    },
  },
  {
    name: 'categories',
    async show(page) {
      await page.goto('/categories')
      await page.getByRole('button', { name: 'Actions for Groceries' }).waitFor()
    },
  },
  {
    name: 'category',
    async show(page) {
      await page.getByRole('button', { name: 'Actions for Groceries' }).click()
      await page.getByRole('button', { name: 'Change', exact: true }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'profiles',
    async show(page) {
      await page.goto('/profiles')
      await page.locator('.row-figures .num').nth(2).waitFor()
    },
  },
  {
    name: 'profile',
    async show(page) {
      await page.goto('/settings')
      await page.getByRole('combobox', { name: 'Appearance' }).waitFor()
    },
  },
]

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const browser = await launchBrowser()
try {
  for (const size of sizes) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await withLedger(temporaryFolder(), (url) => take(browser, url, ofNewLedger, { ...size, colorScheme }))
    }
  }
  const demo = temporaryFolder()
  await once(
    spawn(process.execPath, ['src/main.ts', 'demo'], { cwd: root, env: { ...process.env, DATA_DIR: demo } }),
    'exit',
  )
  await withLedger(demo, async (url) => {
    for (const size of sizes) {
      for (const colorScheme of ['light', 'dark'] as const) await take(browser, url, ofDemo, { ...size, colorScheme })
    }
  })
} finally {
  await browser.close()
}

async function withLedger(dataDir: string, work: (url: string) => Promise<void>): Promise<void> {
  const ledger = await startLedger({ DATA_DIR: dataDir })
  try {
    await work(ledger.url)
  } finally {
    await ledger.stop()
  }
}

type Size = (typeof sizes)[number] & { colorScheme: 'light' | 'dark' }

async function take(browser: Browser, url: string, screens: readonly Screen[], size: Size): Promise<void> {
  const { width, height, ...more } = size
  const options = {
    baseURL: url,
    viewport: { width, height },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...more,
  } as const
  const context = await browser.newContext(options)
  const page = await context.newPage()
  await page.goto('/expenses')
  for (const { name, show } of screens) {
    await show(page)
    await page.waitForLoadState('networkidle')
    await page.evaluate('document.fonts.ready')
    const path = join(folder, `${name}-${width}-${size.colorScheme}.png`)
    await page.screenshot({ path })
    console.log(path)
  }
  await context.close()
}
