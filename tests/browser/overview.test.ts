import test from 'ava'
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { accessible } from './accessible.ts'
import { desktop, phone } from './browser.ts'
import { ben, record, register } from './people.ts'
import { storiesOn } from './story.ts'

const lunch = { category: 'Food', description: 'Lunch', currency: 'EUR' }

const story = storiesOn(async (page) => {
  await record(page, { ...lunch, date: '2026-10-02', amount: '30.00' })
  await record(page, { ...lunch, date: '2026-10-30', amount: '500.00' })
  await record(page, { ...lunch, date: '2026-11-03', amount: '12.50' })
  await record(page, {
    ...lunch,
    category: 'Home',
    description: 'Kettle, given back',
    date: '2026-11-10',
    amount: '-4.00',
  })
  await record(page, { ...lunch, category: 'Travel', date: '2026-11-20', amount: '99.00', currency: 'USD' })
  for (let index = 1; index <= 12; index += 1) {
    await record(page, { ...lunch, category: `בית ${index}`, date: '2026-09-05', amount: `${index}.00` })
  }
  await register(page, ben)
})
const figure = (page: Page, label: string) => page.locator('.figure-tile', { hasText: label })
const overview = async (page: Page, query = '') => {
  await page.goto(`/${query}`)
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
}

test.serial(
  'the overview says what was spent, against the month before at this day',
  story,
  desktop,
  async ({ page }) => {
    await overview(page)
    const spent = figure(page, 'Spent in November 2026')
    await spent.getByText('€8.50', { exact: true }).waitFor()
    await spent.getByText('€21.50 less than October at this day').waitFor()
    await spent.getByText('Also US$99.00').waitFor()
    await figure(page, 'Expenses').getByText('3', { exact: true }).waitFor()
    await page.getByRole('link', { name: '3 Nov: November €12.50, October €30.00' }).waitFor()
    await page.getByRole('link', { name: 'October 2026: €530.00' }).waitFor()
    await page.getByRole('link', { name: /Ana Novak recorded “Lunch”\s*€12.00/ }).waitFor()
    await accessible(page)
  },
)

test.serial('a month that is over is held against all of the one before', story, desktop, async ({ page }) => {
  await overview(page, '?period=2026-10')
  await figure(page, 'Spent in October 2026').getByText('€452.00 more than September', { exact: true }).waitFor()
})

test.serial('every part of a chart leads to the expenses behind it', story, desktop, async ({ page }) => {
  await overview(page)
  await page.getByRole('link', { name: /^Food/ }).click()
  await page.waitForURL((url) => url.pathname === '/expenses' && url.searchParams.get('category') === 'Food')
  await page.getByRole('heading', { level: 1, name: 'Expenses' }).waitFor()
  await page.goBack()
  await page.getByRole('link', { name: 'October 2026: €530.00' }).click()
  await page.waitForURL((url) => url.pathname === '/expenses' && url.searchParams.get('period') === '2026-10')
  await page.goBack()
  await page.getByRole('link', { name: /^3 Nov: / }).click()
  await page.waitForURL((url) => url.searchParams.get('period') === '2026-11-03..2026-11-03')
})

test.serial('charts are walked by keyboard: one stop each, then the arrows', story, desktop, async ({ page }) => {
  await overview(page)
  await page.getByRole('button', { name: 'By day as a table' }).waitFor()
  await page.getByRole('link', { name: /^23 Nov: / }).waitFor()
  await page.getByRole('button', { name: 'By day as a table' }).focus()
  await page.keyboard.press('Tab')
  await page.locator('a:focus[aria-label^="23 Nov"]').waitFor()
  await page.keyboard.press('ArrowLeft')
  await page.locator('a:focus[aria-label^="22 Nov"]').waitFor()
  await page.locator('.readout', { hasText: '22 Nov' }).waitFor()
  await page.keyboard.press('Home')
  await page.locator('a:focus[aria-label^="1 Nov"]').waitFor()
  await page.keyboard.press('Tab')
  await page.locator('button:focus', { hasText: 'as a table' }).waitFor()
  await page.keyboard.press('Shift+Tab')
  await page.locator('a:focus[aria-label^="1 Nov"]').press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.searchParams.get('period') === '2026-11-02..2026-11-02')
})

test.serial('what a chart shows can be read as a table, and taken along', story, desktop, async ({ page }) => {
  await overview(page)
  for (const chart of ['By day', 'By category', 'By month']) {
    await page.getByRole('button', { name: `${chart} as a table` }).press('Enter')
    await page.getByRole('button', { name: `${chart} as a chart` }).waitFor()
  }
  const row = page.getByRole('row', { name: /^3 Nov/ })
  await row.getByRole('cell', { name: '€12.50' }).first().waitFor()
  await page.getByRole('row', { name: 'Home 1 −4.00' }).waitFor()
  await accessible(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'By month as CSV' }).click(),
  ])
  const lines = (await readFile(await download.path(), 'utf8')).split('\r\n')
  assert.equal(download.suggestedFilename(), 'months-EUR.csv')
  assert.ok(lines.includes('2026-11,2,8.50'), lines.join('\n'))
  await page.getByRole('link', { name: 'October 2026' }).click()
  await page.waitForURL((url) => url.searchParams.get('period') === '2026-10')
})

test.serial('each currency has its own charts', story, desktop, async ({ page }) => {
  await overview(page)
  await page.getByLabel('Currency').selectOption('USD')
  await figure(page, 'Spent in November 2026').getByText('US$99.00', { exact: true }).waitFor()
  await page.getByRole('link', { name: /^Travel 99.00/ }).click()
  await page.waitForURL((url) => url.searchParams.get('currency') === 'USD')
})

test.serial('of many categories the small ones are one until they are asked for', story, desktop, async ({ page }) => {
  await overview(page, '?period=2026-09')
  await page.getByRole('link', { name: /^בית 12/ }).waitFor()
  await page.getByRole('link', { name: /^בית 1 / }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: /^4 others/ }).click()
  await page.getByRole('link', { name: /^בית 1 / }).waitFor()
  await page.getByRole('button', { name: 'Fewer' }).click()
  await page.getByRole('link', { name: /^בית 1 / }).waitFor({ state: 'detached' })
})

test.serial('long periods go month by month, and all time stands alone', story, desktop, async ({ page }) => {
  await overview(page, '?period=2026')
  await page.getByRole('heading', { name: 'Month by month' }).waitFor()
  await figure(page, 'Spent in 2026').getByText('€616.50 more than 2025 by the end of November').waitFor()
  await overview(page, '?period=all')
  await figure(page, 'Spent in all time').getByText('€616.50', { exact: true }).waitFor()
  await page.getByRole('heading', { name: 'By month', exact: true }).waitFor()
  await page.getByRole('heading', { name: 'By day' }).waitFor({ state: 'detached' })
  await overview(page, '?period=2024-05')
  await page.getByText('Nothing was spent in May 2024, nor in April 2024.').waitFor()
  await accessible(page)
})

test.serial(
  'as known then: figures of that moment, and what it makes different since',
  story,
  desktop,
  async ({ page }) => {
    const answer = await page.request.get('/api/audit?limit=200')
    const { items } = (await answer.json()) as { items: { type: string; position: number }[] }
    const [first, second] = items
      .filter(({ type }) => type === 'ExpenseRecorded')
      .map(({ position }) => position)
      .reverse()
    await overview(page, `?period=2026-10&asOf=${first}`)
    await figure(page, 'Spent in October 2026').getByText('€30.00', { exact: true }).waitFor()
    const since = figure(page, 'Since then')
    await since.getByText('+€500.00').waitFor()
    await since.getByText('1 recorded').waitFor()
    await page.getByRole('button', { name: /^Add/ }).and(page.locator(':disabled')).waitFor()
    await accessible(page)
    await since.getByRole('link').click()
    await page.waitForURL((url) => url.pathname === '/reports' && url.searchParams.get('since') === `${first}`)
    await overview(page, `?period=2026-10&asOf=${second}`)
    await figure(page, 'Since then').getByText('Nothing was recorded or changed').waitFor()
  },
)

test.serial('a change made elsewhere is in the figures', story, desktop, async ({ page }) => {
  await overview(page, '?period=2026-08')
  await figure(page, 'Expenses').getByText('0', { exact: true }).waitFor()
  await record(page, { ...lunch, date: '2026-08-01', amount: '7.00' })
  await figure(page, 'Spent in August 2026').getByText('€7.00', { exact: true }).waitFor()
})

test.serial('on a dark phone', story, { ...phone, colorScheme: 'dark' } as typeof phone, async ({ page }) => {
  await overview(page)
  await page.locator('html[data-bs-theme=dark]').waitFor()
  await page.getByRole('link', { name: /^Food/ }).waitFor()
  await page.getByRole('link', { name: /^23 Nov: / }).waitFor()
  await accessible(page)
})

test.serial(
  'a member who has nothing yet is shown how to begin',
  story,
  phone,
  async ({ page }) => {
    await overview(page)
    await page.getByRole('heading', { name: 'Nothing here yet' }).waitFor()
    await page.getByRole('button', { name: 'Add your first expense' }).click()
    await page.getByRole('dialog').getByLabel('Amount').waitFor()
  },
  ben,
)
