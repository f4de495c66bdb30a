import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'ava'
import type { Page } from 'playwright-core'
import type { AuditEntry } from '../../src/web/api.ts'
import { desktop, phone } from './browser.ts'
import { ana, ben, record, register } from './people.ts'
import { storiesOn } from './story.ts'
import { until } from './until.ts'

const story = storiesOn(async (page) => {
  const month = { category: 'Groceries', currency: 'EUR' }
  for (let day = 1; day <= 23; day += 1) {
    const date = `2026-11-${`${day}`.padStart(2, '0')}`
    await record(page, { ...month, description: `Bread ${day}`, date, amount: `${day}.00` })
    await record(page, { ...month, description: `Tram ${day}`, category: 'Transport', date, amount: '2.40' })
    await record(page, {
      ...month,
      description: `Sushi ${day}`,
      date: `2026-10-${day}`.replace(/-(\d)$/, '-0$1'),
      amount: '900',
      currency: 'JPY',
    })
  }
  const { id } = await register(page, ben)
  await record(page, {
    ...month,
    userId: id,
    description: 'Ben’s shoes',
    category: 'Clothes',
    date: '2026-11-20',
    amount: '89.90',
  })
})
const foot = (page: Page, text: string) => page.getByRole('row', { name: text }).waitFor()
const box = (page: Page) => page.getByRole('combobox', { name: 'Search and filter' })

test.serial('the period is in the address, so that Back and reloading keep it', story, desktop, async ({ page }) => {
  await foot(page, '46 expenses in November 2026 331.20')
  await page.getByRole('button', { name: 'Previous period' }).click()
  await foot(page, '23 expenses in October 2026 JP¥20,700')
  await page.reload()
  await foot(page, '23 expenses in October 2026 JP¥20,700')
  await page.goBack()
  await foot(page, '46 expenses in November 2026')
  await page.getByRole('button', { name: 'November 2026' }).click()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await foot(page, '69 expenses of all time')
  await page.getByRole('button', { name: 'All time' }).click()
  await page.getByRole('button', { name: 'This month' }).click()
  await page.getByRole('button', { name: 'Next period' }).click()
  await page.getByRole('heading', { name: 'No expenses in December 2026' }).waitFor()
  await page.getByRole('button', { name: 'Look at all time' }).click()
  await foot(page, '69 expenses of all time')
})

test.serial(
  'further pages come while scrolling, and only rows near the screen are there',
  story,
  desktop,
  async ({ page }) => {
    await page.goto(`/expenses?period=all`)
    await foot(page, '69 expenses of all time')
    await page.locator('table[aria-rowcount="71"]').waitFor()
    await page.getByRole('row', { name: /Bread 23/ }).hover()
    await page.locator('tr[aria-rowindex="70"]').waitFor({ state: 'detached' })
    for (let turns = 0; turns < 12; turns += 1) await page.mouse.wheel(0, 600)
    await page.locator('tr[aria-rowindex="70"]', { hasText: 'Sushi 1' }).waitFor()
    await page.locator('tr[aria-rowindex="2"]').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Load more' }).waitFor({ state: 'detached' })
    await page.locator('[role=status]', { hasText: '69 expenses' }).waitFor({ state: 'attached' })
  },
)

test.serial('search, category and order narrow what is shown', story, desktop, async ({ page }) => {
  await page.keyboard.press('/')
  await page.keyboard.type('bread 2')
  await foot(page, '5 expenses in November 2026 88.00')
  await page.getByRole('button', { name: 'Amount' }).click()
  await page.locator('th.amount[aria-sort=descending]').waitFor()
  await page.getByRole('button', { name: 'Amount' }).click()
  await page.locator('th.amount[aria-sort=ascending]').waitFor()
  await page.getByRole('row').nth(1).getByText('Bread 2', { exact: true }).waitFor()
  await box(page).fill('bread 2 category:transport ')
  await page.getByText('You are looking for “bread 2” and the category Transport in November 2026.').waitFor()
  await page.getByRole('button', { name: 'Clear the filter' }).click()
  await foot(page, '46 expenses in November 2026')
  await box(page).fill('category:tr')
  await page.keyboard.press('Enter')
  await foot(page, '23 expenses in November 2026 55.20')
  await page.getByRole('button', { name: 'Clear', exact: true }).click()
  await foot(page, '46 expenses in November 2026')
})

test.serial(
  'somebody chooses columns and how high the rows are, and finds them so again',
  story,
  desktop,
  async ({ page }) => {
    await page.getByRole('button', { name: 'Columns and rows' }).click()
    await page.getByRole('checkbox', { name: 'Last changed by' }).check()
    await page.getByRole('checkbox', { name: 'Recorded' }).check()
    await page.getByRole('radio', { name: 'Compact' }).check()
    await page.keyboard.press('Escape')
    await page.reload()
    await page.locator('table.compact').getByRole('columnheader', { name: 'Last changed by' }).waitFor()
    await page.getByRole('row', { name: /Bread 23 .*Ana Novak 23.00/ }).waitFor()
    await page.getByRole('button', { name: 'Recorded' }).click()
    await page.locator('th.recorded[aria-sort=descending]').waitFor()
    await page.getByRole('row').nth(1).getByText('Tram 23', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Columns and rows' }).click()
    await page.getByRole('checkbox', { name: 'Last changed by' }).uncheck()
    await page.getByRole('columnheader', { name: 'Last changed by' }).waitFor({ state: 'detached' })
  },
)

test.serial('what is deleted can be looked at and restored', story, desktop, async ({ page }) => {
  await page.getByRole('button', { name: 'Actions for Bread 7' }).click()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await foot(page, '45 expenses in November 2026 324.20')
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('button', { name: 'Only deleted', exact: true }).click()
  await page.getByRole('row', { name: /Bread 7 Deleted/ }).waitFor()
  await page.getByRole('button', { name: 'Actions for Bread 7' }).click()
  await page.getByRole('button', { name: 'Restore' }).click()
  await page.getByRole('heading', { name: 'No expense matches' }).waitFor()
  await page.getByRole('button', { name: 'Remove Only deleted' }).click()
  await foot(page, '46 expenses in November 2026 331.20')
})

test.serial('an admin looks at everybody’s expenses and adds some for another', story, desktop, async ({ page }) => {
  await box(page).fill('who:everybody ')
  await foot(page, '47 expenses in November 2026')
  await page.getByRole('row', { name: /Ben’s shoes Clothes Ben Okafor/ }).waitFor()
  await box(page).fill('who:ben ')
  await foot(page, '1 expense in November 2026 89.90')
  await page.getByRole('button', { name: `Remove ${ben.name}` }).waitFor()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('+')
  await page.getByRole('dialog').getByLabel('Amount').fill('12')
  await page.getByLabel('What for').fill('Socks')
  await page.getByRole('dialog').getByLabel('Whose').selectOption(ana.name)
  await page.getByRole('dialog').getByRole('option', { name: 'Groceries' }).waitFor()
  await page.getByRole('dialog').getByLabel('Whose').selectOption(ben.name)
  await page.getByRole('dialog').getByRole('option', { name: 'Clothes' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Go on typing' }).click()
  await page.getByRole('button', { name: 'Save €12.00' }).click()
  await foot(page, '2 expenses in November 2026 101.90')
})

test.serial('on a phone the days have totals, and search stands behind its button', story, phone, async ({ page }) => {
  await page.getByRole('heading', { name: 'Monday 23 November 25.40' }).waitFor()
  await page.getByRole('button', { name: 'Search' }).tap()
  await box(page).fill('tram')
  await page.getByRole('heading', { name: 'Monday 23 November 2.40' }).waitFor()
  await page.getByText('23 expenses', { exact: true }).waitFor()
  await page.goto(`/expenses?sort=amount&user=all`)
  await page.getByRole('button', { name: /Bread 1 Groceries · 1 Nov 2026 · Ana Novak 1.00/ }).waitFor()
})

test.serial(
  'further pages come by the button too, and only cards near the screen are there',
  story,
  phone,
  async ({ page }) => {
    const card = (what: string) => page.getByRole('button', { name: new RegExp(`^${what} `) })
    await page.goto('/expenses?period=all')
    await page.getByText('1–50 of 69').waitFor()
    await page.getByRole('button', { name: 'Load more' }).dispatchEvent('click')
    await page.getByText('69 expenses', { exact: true }).waitFor()
    await card('Sushi 1').waitFor({ state: 'detached' })
    await card('Bread 23').focus()
    await until(async () => {
      await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)')
      return (await card('Sushi 1').count()) === 1
    })
    await page.locator('li[aria-posinset="69"][aria-setsize="69"]', { hasText: 'Sushi 1' }).waitFor()
    await card('Tram 12').waitFor({ state: 'detached' })
    // What has the focus stays, so that nobody loses it by scrolling.
    await card('Bread 23').and(page.locator(':focus')).waitFor()
    await page.evaluate('document.activeElement.scrollIntoView()')
    await page.getByRole('heading', { name: 'Monday 23 November 25.40' }).waitFor()
  },
)

test.serial('all that the list shows can be taken away as CSV, as known then too', story, desktop, async ({ page }) => {
  const lines = async (address: string) => {
    await page.goto(address)
    const link = page.getByRole('link', { name: 'All that match, as CSV' })
    const [file] = await Promise.all([page.waitForEvent('download'), link.click()])
    const text = await readFile(await file.path(), 'utf8')
    return text.trim().split('\r\n').slice(1)
  }
  const all = await lines('/expenses?period=2026-11&q=bread&sort=amount')
  assert.deepEqual([all.length, all[0]?.startsWith('2026-11-01,Groceries,Bread 1,1.00,EUR')], [23, true])
  const { items } = (await (await page.request.get('/api/audit?limit=200')).json()) as { items: AuditEntry[] }
  const second = items.find(({ summary }) => summary.includes('Bread 2”'))
  assert.equal((await lines(`/expenses?period=2026-11&q=bread&asOf=${second?.position}`)).length, 2)
})

test.serial('on a phone what is deleted can be restored', story, phone, async ({ page }) => {
  await page.getByRole('button', { name: 'Actions for Tram 23' }).tap()
  await page.getByRole('button', { name: 'Delete', exact: true }).tap()
  await page.getByRole('heading', { name: 'Monday 23 November 23.00' }).waitFor()
  await page.goto(`/expenses?deleted=all`)
  await page.getByRole('button', { name: 'Actions for Tram 23' }).tap()
  await page.getByRole('button', { name: 'Restore', exact: true }).tap()
  await page.getByRole('heading', { name: 'Monday 23 November 25.40' }).waitFor()
})
