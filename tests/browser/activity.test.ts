import test from 'ava'
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { AuditList, BatchDone } from '../../src/web/api.ts'
import { accessible } from './accessible.ts'
import { desktop, phone } from './browser.ts'
import { ben, record, register } from './people.ts'
import { storiesOn } from './story.ts'

const lunch = { description: 'Lunch', category: 'Eating out', date: '2026-11-23', amount: '12.00', currency: 'EUR' }
/** Four trips, of which the first three were deleted at once, and a lunch whose amount was changed. */
const story = storiesOn(async (page) => {
  await register(page, ben)
  const trips = []
  for (const description of ['Basel', 'Bern', 'Brig', 'Chur']) {
    trips.push(await record(page, { ...lunch, description, category: 'Travel' }))
  }
  const { id } = await record(page, lunch)
  await page.request.patch(`/api/expenses/${id}`, { data: { amount: '14.50', date: '2026-11-22' } })
  await bulk(page, { ids: trips.slice(0, 3).map((trip) => trip.id), delete: true })
})

async function bulk(page: Page, data: object): Promise<BatchDone> {
  return BatchDone.parse(await (await page.request.post('/api/expenses/bulk', { data })).json())
}
const toActivity = (page: Page) => page.getByRole('link', { name: 'Activity' }).first().click()
const entry = (page: Page, text: string) => page.locator('.entry', { hasText: text }).first()

test.serial('the trail says who did what, and from what to what', story, desktop, async ({ page }) => {
  const { items } = AuditList.parse(await (await page.request.get('/api/audit?limit=1')).json())
  // The server's clock goes on by itself.
  await page.clock.setFixedTime(items[0]!.recordedAt)
  await toActivity(page)
  await page.getByRole('heading', { name: /^Today, / }).waitFor()
  const changed = entry(page, 'Ana Novak changed 2 fields of “Lunch”')
  await changed.locator('del', { hasText: '€12.00' }).waitFor()
  await changed.locator('ins', { hasText: '€14.50' }).waitFor()
  await changed.locator('del', { hasText: '23 Nov 2026' }).waitFor()
  await entry(page, 'Ana Novak recorded “Chur”').getByText('€12.00 · 23 Nov 2026 · Travel').waitFor()
  await entry(page, 'Ana Novak added the category “Travel”').waitFor()
  await accessible(page)
  await changed.getByRole('link', { name: '“Lunch”' }).click()
  await page.waitForURL(/\/expenses\?expense=.+&tab=history/)
  await page.goBack()
  await page.getByRole('heading', { name: 'Activity', level: 1 }).waitFor()
})

test.serial('a filter lives in the address, and Clear ends it', story, desktop, async ({ page }) => {
  await toActivity(page)
  await page.getByRole('button', { name: 'Deleted expenses' }).click()
  await page.waitForURL(/type=ExpenseDeleted/)
  await page.getByRole('button', { name: 'Ana Novak deleted 3 expenses' }).waitFor()
  await page.getByText('3 events', { exact: true }).waitFor()
  await page.getByLabel('What happened').selectOption('Categories archived')
  await page.getByRole('heading', { name: 'Nothing matches' }).waitFor()
  await accessible(page)
  await page.getByRole('button', { name: 'Clear the filter' }).click()
  await entry(page, 'recorded “Lunch”').waitFor()
  await page.getByLabel('Who did it').selectOption('Ben Okafor')
  await page.getByRole('heading', { name: 'Nothing matches' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'Nothing matches' }).waitFor()
  await page.getByRole('button', { name: 'Clear', exact: true }).click()
  await entry(page, 'recorded “Lunch”').waitFor()
  await page.getByLabel('Whose ledger').selectOption('Ben Okafor')
  await entry(page, 'Ana Novak added Ben Okafor’s profile').waitFor()
})

test.serial('what was recorded between two moments', story, desktop, async ({ page }) => {
  await toActivity(page)
  await page.getByRole('button', { name: 'When it was recorded: At any time' }).click()
  await accessible(page)
  await page.getByLabel('Up to and including').fill('2000-01-02T10:00')
  await page.getByLabel('From').fill('2000-01-03T10:00')
  await page.getByRole('button', { name: 'Show what was recorded then' }).click()
  await page.waitForURL(/from=2000-01-02T09.+to=2000-01-03T09/)
  await page.getByRole('heading', { name: 'Nothing matches' }).waitFor()
  await page.getByRole('button', { name: /^When it was recorded: 2 Jan.* – 3 Jan/ }).click()
  await page.getByLabel('From').fill('2000-01-01T00:00')
  await page.getByLabel('Up to and including').fill('')
  await page.getByRole('button', { name: 'Show what was recorded then' }).click()
  await entry(page, 'recorded “Lunch”').waitFor()
})

test.serial('a batch is looked at, taken back, and the taking back undone', story, desktop, async ({ page }) => {
  await toActivity(page)
  await page.getByRole('button', { name: 'Ana Novak deleted 3 expenses' }).click()
  await entry(page, 'Ana Novak deleted “Brig”').waitFor()
  await accessible(page)
  await page.getByRole('button', { name: 'Take back: deleted 3 expenses' }).click()
  await page.getByRole('dialog').getByText('Nothing is erased').waitFor()
  await accessible(page)
  await page.getByRole('button', { name: 'Take it back' }).click()
  await page.getByText('Took back the change of 3 expenses').waitFor()
  await page.getByRole('button', { name: 'Ana Novak restored 3 expenses' }).waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('The batch stands again').waitFor()
  await page.getByRole('button', { name: 'Ana Novak deleted 3 expenses' }).nth(1).waitFor()
})

test.serial('what was changed since is left as it is, if one says so', story, desktop, async ({ page }) => {
  const taxi = await record(page, { ...lunch, description: 'Taxi' })
  const tram = await record(page, { ...lunch, description: 'Tram' })
  await bulk(page, { ids: [taxi.id, tram.id], change: { amount: '20.00' } })
  await page.request.patch(`/api/expenses/${taxi.id}`, { data: { amount: '21.00' } })
  await toActivity(page)
  await page.getByRole('button', { name: 'Take back: changed 2 expenses' }).click()
  await page.getByRole('button', { name: 'Take it back' }).click()
  await page.getByText('One expense was changed since:').waitFor()
  await page.getByText('Changed since: amount').waitFor()
  await accessible(page)
  await page.getByRole('button', { name: 'Leave those, take back the rest' }).click()
  await page.getByText('Took back the change of 1 expense', { exact: true }).waitFor()
  await entry(page, 'Ana Novak changed the amount of “Tram”').locator('ins', { hasText: '€12.00' }).waitFor()
})

test.serial('the whole of a batch has an address of its own', story, desktop, async ({ page }) => {
  await toActivity(page)
  await page.getByRole('button', { name: 'Ana Novak deleted 3 expenses' }).last().click()
  await page.getByRole('link', { name: 'Show the whole batch' }).click()
  await page.waitForURL(/batch=/)
  await entry(page, 'Ana Novak deleted “Basel”').waitFor()
  await page.getByText('3 events', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Without the filter: One batch' }).click()
  await entry(page, 'recorded “Lunch”').waitFor()
})

test.serial('as known then, nothing can be taken back', story, desktop, async ({ page }) => {
  await page.goto('/activity?asOf=4&user=all')
  await page.getByText('4 events', { exact: true }).waitFor()
  await page.goto('/activity?asOf=100000000')
  await page.getByRole('alert').waitFor()
  await page.goto('/activity?type=ExpenseDeleted')
  await page
    .getByRole('button', { name: /^Take back/ })
    .first()
    .waitFor()
  await page.goto(`/activity?asOf=${await headOf(page)}`)
  await page.getByRole('button', { name: 'Ana Novak deleted 3 expenses' }).first().waitFor()
  assert.equal(await page.getByRole('button', { name: /^Take back/ }).count(), 0)
})
async function headOf(page: Page): Promise<string> {
  return (await page.request.get('/api/audit?limit=1')).headers()['ledger-position'] ?? ''
}

test.serial(
  'an admin has the log proved; anybody can keep the checkpoint',
  story,
  desktop,
  async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await toActivity(page)
    await page.getByText(/^Signed up to event \d+/).waitFor()
    await page.getByText('Not proved in this browser yet').waitFor()
    await page.getByRole('button', { name: 'Prove now' }).click()
    await page.getByText(/^Last proved in this browser on 23 November 2026/).waitFor()
    await page.getByRole('button', { name: 'How to check it' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('npm run ledger -- verify --checkpoint').waitFor()
    await accessible(page)
    const download = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Download the checkpoint' }).click()
    const file = await download
    assert.match(file.suggestedFilename(), /^checkpoint-\d+\.json$/)
    assert.match(await readFile(await file.path(), 'utf8'), /"note": "/)
    await dialog.getByRole('button', { name: 'Copy the root hash' }).click()
    await dialog.getByText('Copied').waitFor()
    assert.match(await page.evaluate('navigator.clipboard.readText()'), /^[\w+/]{43}=$/)
    const log = page.waitForEvent('download')
    await dialog.getByRole('link', { name: 'Download the whole log' }).click()
    assert.match((await log).suggestedFilename(), /^audit-\d+\.ndjson$/)
  },
)

test.serial('what is shown can be kept as a file', story, desktop, async ({ page }) => {
  await toActivity(page)
  await entry(page, 'recorded “Lunch”').waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV' }).click()
  const csv = await readFile(await (await download).path(), 'utf8')
  assert.match(csv, /Ana Novak changed the amount of “Lunch”.*,amount,12\.00,14\.50,/)
})

test.serial('what happens elsewhere shows by itself', story, desktop, async ({ page }) => {
  await toActivity(page)
  await entry(page, 'recorded “Lunch”').waitFor()
  await record(page, { ...lunch, description: 'Coffee elsewhere' })
  await entry(page, 'Ana Novak recorded “Coffee elsewhere”').waitFor()
})

test.serial(
  'a member on a phone sees what is theirs, and nothing to prove',
  story,
  phone,
  async ({ page }) => {
    await page.goto('/activity')
    await entry(page, 'Ana Novak added Ben Okafor’s profile').waitFor()
    await page.getByText(/^Signed up to event \d+/).waitFor()
    await page.getByRole('button', { name: 'How to check it' }).waitFor()
    assert.equal(await page.getByRole('button', { name: 'Prove now' }).count(), 0)
    assert.equal(await page.getByLabel('Whose ledger').count(), 0)
    await accessible(page)
  },
  ben,
)

test.serial('a large batch is one line, however many pages it has', story, phone, async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  const ids = []
  for (let index = 0; index < 120; index += 1) {
    ids.push((await record(page, { ...lunch, description: `Stamp ${index}` })).id)
  }
  await bulk(page, { ids, delete: true })
  await page.goto('/activity')
  await page.getByRole('button', { name: 'Ana Novak deleted 120 expenses', exact: true }).waitFor()
  await accessible(page)
})
