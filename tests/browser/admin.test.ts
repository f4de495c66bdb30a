import test from 'ava'
import assert from 'node:assert/strict'
import { createConnection, type Connection } from 'mysql2/promise'
import type { Browser, Page } from 'playwright-core'
import { accessible } from './accessible.ts'
import { desktop, launchBrowser, phone, visit } from './browser.ts'
import { startLedger, type RunningLedger } from './ledger.ts'
import { ana, begin, record } from './people.ts'
import { freshDatabase } from '../database.ts'

/** One ledger, whose database the stories get at as its admin does; the last of them spoils it. */
let browser: Browser
let ledger: RunningLedger
let database: Connection
test.before(async () => {
  const url = await freshDatabase()
  ;[browser, ledger, database] = await Promise.all([
    launchBrowser(),
    startLedger({ DATABASE_URL: url }),
    createConnection(url),
  ])
  const { page, close } = await visit(browser, ledger.url)
  await begin(page, ana)
  await record(page, { description: 'Lunch', category: 'Food', date: '2026-11-23', amount: '12.00', currency: 'EUR' })
  await close()
})
test.after.always(async () => {
  await browser?.close()
  await database?.end()
  await ledger?.stop()
})

const story = test.macro(async (t, screen: typeof desktop, steps: (page: Page) => Promise<void>) => {
  const { page, complaints, seen, close } = await visit(browser, ledger.url, screen, ana)
  try {
    await page.getByRole('heading', { name: 'Expenses', exact: true }).waitFor()
    await steps(page)
    // A browser complains of a 503, which is how a ledger says that it is not ready.
    t.deepEqual(
      complaints.filter((text) => !text.includes('status of 503')),
      [],
    )
  } catch (error) {
    throw new Error(`${String(error)}\n${await seen()}`, { cause: error })
  } finally {
    await close()
  }
})
const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) })

test.serial('health, and how far each projection has come', story, desktop, async (page) => {
  await page.getByRole('link', { name: 'Admin' }).click()
  await page.getByText('Ready: ').waitFor()
  for (const name of ['Profiles', 'Categories', 'Expenses', 'Totals per person', 'Activity']) {
    await row(page, name).getByText('Live').waitFor()
  }
  await row(page, 'Expenses').getByText('nothing').waitFor()
  await accessible(page)
})

test.serial('a rebuild shows how far it is, and that it has ended', story, desktop, async (page) => {
  await page.goto('/admin')
  // Whoever holds this row keeps the new table from taking the old one's place.
  await database.query('start transaction')
  await database.query('select * from expenses_checkpoint for update')
  await page.getByRole('button', { name: 'Rebuild Expenses' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Reading and writing go on meanwhile').waitFor()
  await accessible(page)
  const answered = page.waitForResponse('**/api/projections/expenses/rebuild')
  await dialog.getByRole('button', { name: 'Rebuild' }).click()
  // On a very busy machine the answer may not wait for the beginning; the rebuild does begin.
  if ((await answered).status() === 503) await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('progressbar', { name: 'Rebuilding Expenses' }).waitFor()
  await page.getByText(/^event \d of \d/).waitFor()
  assert.ok(await page.getByRole('button', { name: 'Rebuild Expenses' }).isDisabled())
  await accessible(page)
  await database.query('rollback')
  await page.getByText('Expenses: rebuilt').waitFor()
  await page.getByRole('progressbar').waitFor({ state: 'detached' })
})

test.serial('who came in, or tried to, is told to admins', story, phone, async (page) => {
  const guess = JSON.stringify({ email: ana.email, password: 'not the password' })
  const headers = { 'Content-Type': 'application/json', 'User-Agent': 'curl/8.9.1' }
  await fetch(`${ledger.url}/api/session`, { method: 'POST', headers, body: guess })
  await page.goto('/admin')
  await page.getByRole('link', { name: 'Open the access log' }).click()
  const failed = page.getByRole('listitem').filter({ hasText: `gave a wrong password for ${ana.name}` })
  await failed.getByText('curl/8.9.1').waitFor()
  await failed.getByText('127.0.0.1').waitFor()
  await accessible(page)
  await page.getByLabel('What happened').selectOption('Sessions ended')
  await page.getByText('Nothing matches').waitFor()
  await page.reload()
  await page.getByText('Nothing matches').waitFor()
  await page.getByRole('button', { name: 'Clear' }).click()
  await failed.waitFor()
})

test.serial('an event that somebody put into the log by hand is found out', story, phone, async (page) => {
  await database.query(`insert into events
    select position + (select position from log_head), concat('user-', uuid()), version, 'UserDeleted', uuid(), uuid(),
      command_index, actor_id, recorded_at, '{}', metadata, hash from events where position = 1`)
  await database.query('update log_head set position = position + 1')
  await page.goto('/admin')
  await page.getByText(/^users has stopped at position \d+$/).waitFor()
  await row(page, 'Profiles').getByText('Stopped').waitFor()
  await page.getByText('It keeps its rows and skips nothing.').waitFor()
  await accessible(page)
  await page.goto('/activity')
  await page.getByRole('button', { name: 'Prove now' }).click()
  await page
    .getByRole('alert')
    .getByText(/^The log is not as it was recorded. The first problem is at event/)
    .waitFor()
  await accessible(page)
})
