import { readFile } from 'node:fs/promises'
import test from 'ava'
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { accessible } from './accessible.ts'
import { desktop, phone } from './browser.ts'
import { ben, record, register } from './people.ts'
import { storiesOn } from './story.ts'

// November as it was known at the event `told`: 84.20 and 23.50. Then the shop turned out dearer, the tram was deleted, and tea came.
let told = 0
const story = storiesOn(async (page) => {
  const spent = { currency: 'EUR', date: '2026-11-21' }
  await record(page, { ...spent, description: 'Market', category: 'Groceries', date: '2026-10-10', amount: '20.00' })
  const shop = await record(page, { ...spent, description: 'Weekly shop', category: 'Groceries', amount: '84.20' })
  const tram = await record(page, { ...spent, description: '=Tram; ten', category: 'Transport', amount: '23.50' })
  await record(page, { ...spent, description: 'Sushi', category: 'Eating out', amount: '3200', currency: 'JPY' })
  const { id } = await register(page, ben)
  await record(page, { ...spent, userId: id, description: 'Shoes', category: 'groceries', amount: '89.90' })
  told = Number((await page.request.get('/api/reports/spending')).headers()['ledger-position'])
  await page.request.patch(`/api/expenses/${shop.id}`, { data: { amount: '90.00', category: 'Leisure' } })
  await page.request.delete(`/api/expenses/${tram.id}`)
  await record(page, { ...spent, description: 'Tea', category: 'Groceries', date: '2026-11-22', amount: '4.00' })
})
const row = (page: Page, name: string) => page.getByRole('row', { name, exact: true }).waitFor()

test.serial('what was spent leads to the expenses behind each figure', story, desktop, async ({ page }) => {
  await page.getByRole('link', { name: 'Reports' }).click()
  await page.getByRole('region', { name: 'Spent in Euro' }).waitFor()
  await row(page, 'Leisure 1 90.00')
  await row(page, 'Groceries 1 4.00')
  await row(page, 'Total 2 94.00')
  await row(page, 'Eating out 1 3,200')
  await page.getByRole('link', { name: '90.00' }).click()
  await page.waitForURL(/\/expenses\?category=Leisure&currency=EUR$/)
  await page.getByRole('button', { name: 'Weekly shop', exact: true }).waitFor()
})

test.serial('months stand side by side over a year, and add up both ways', story, desktop, async ({ page }) => {
  await page.goto('/reports?period=2026&user=all')
  await page.getByRole('row', { name: 'Category Oct 26 Nov 26 Total', exact: true }).first().waitFor()
  // Ben’s category has the same name: one line for both.
  await row(page, 'Groceries 20.00 93.90 113.90')
  await row(page, 'Leisure – 90.00 90.00')
  await row(page, 'Total 20.00 183.90 203.90')
  await page.getByRole('link', { name: '20.00' }).first().click()
  await page.waitForURL(/\/expenses\?user=all&period=2026-10&category=Groceries&currency=EUR$/)
  await page.goBack()
  await page.getByRole('combobox', { name: 'Told apart' }).selectOption('By month')
  await row(page, 'November 2026 3 183.90')
  await page.getByRole('combobox', { name: 'Told apart' }).selectOption('As a whole')
  await row(page, 'Euro 4 €203.90')
  await page.getByRole('link', { name: 'JP¥3,200' }).click()
  await page.waitForURL(/currency=JPY/)
})

test.serial('a statement says what it all came to so far, month by month', story, desktop, async ({ page }) => {
  await page.goto('/reports?report=statement&period=2026')
  await page.locator('summary', { hasText: /October 2026.*1 expense.*20\.00/ }).waitFor()
  await row(page, '10 Oct Market Groceries 20.00 20.00')
  await row(page, '21 Nov Weekly shop Leisure 90.00 110.00')
  await row(page, '21 Nov Sushi Eating out JP¥3,200 JP¥3,200')
  await row(page, '22 Nov Tea Groceries 4.00 114.00')
  await page.locator('.statement-totals', { hasText: /4 expenses.*€114\.00/ }).waitFor()
  await page.locator('summary', { hasText: 'November 2026' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('row', { name: /Tea/ }).waitFor({ state: 'hidden' })
  await page.getByRole('link', { name: 'Market' }).click()
  await page.waitForURL(/\/expenses\?period=2026&expense=/)
})

test.serial('what changed since a moment is one step from what was known then', story, desktop, async ({ page }) => {
  await page.goto(`/reports?asOf=${told}`)
  await row(page, 'Total 2 107.70')
  await page.getByRole('link', { name: 'What changed since?' }).click()
  await page.waitForURL(`**/reports?report=changes&since=${told}`)
  await row(page, 'EUR €107.70 €94.00 −€13.70')
  await row(page, 'JPY JP¥3,200 JP¥3,200 JP¥0')
  await page.getByText('3 expenses are different').waitFor()
  const shop = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Weekly shop Changed' }) })
  await shop.locator('del', { hasText: '€84.20' }).waitFor()
  await shop.locator('ins', { hasText: '€90.00' }).waitFor()
  await shop.locator('del', { hasText: 'Groceries' }).waitFor()
  await shop.getByText('Ana Novak changed the amount and category').waitFor()
  await shop.getByText('+€5.80').waitFor()
  const tram = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: '=Tram; ten Gone' }) })
  await tram.getByText('Ana Novak deleted it').waitFor()
  await tram.getByText('−€23.50').waitFor()
  await page.getByRole('heading', { name: 'Tea Added' }).waitFor()
  await page.getByRole('link', { name: 'Weekly shop' }).click()
  await page.waitForURL(/\/expenses\?expense=.*&tab=history/)
})

test.serial('the moment to compare with can be chosen, if it is an earlier one', story, desktop, async ({ page }) => {
  await page.goto('/reports?report=changes')
  await page.getByRole('button', { name: 'Since 16 November 2026 at 23:59' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'End of last year' }).click()
  await page.waitForURL(/since=2025-12-31T22/)
  await page.getByRole('button', { name: 'Since 31 December 2025 at 23:59' }).waitFor()
  await page.goto(`/reports?report=changes&since=${told}&asOf=${told}`)
  await page.getByRole('heading', { name: 'Nothing is different' }).waitFor()
  await page.goto(`/reports?report=changes&since=${told + 1}&asOf=${told}`)
  await page.getByRole('heading', { name: 'Nothing to compare' }).waitFor()
})

test.serial('a link to a report shows the same for ever', story, desktop, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`/reports?asOf=${told}`)
  await row(page, 'Total 2 107.70')
  await page.getByRole('button', { name: 'Copy a link to exactly this' }).click()
  await page.getByText('The link is copied.').waitFor()
  const link = await page.evaluate<string>('navigator.clipboard.readText()')
  assert.match(link, new RegExp(`/reports\\?report=spending&group=category&user=.*&period=2026-11&asOf=${told}$`))
  await page.clock.setFixedTime(new Date('2027-03-01T12:00:00Z'))
  await page.goto(link)
  await row(page, 'Total 2 107.70')
  await page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error())')
  await page.getByRole('button', { name: 'Copy a link to exactly this' }).click()
  assert.equal(await page.getByRole('dialog').getByLabel('Link').inputValue(), link)
})

test.serial(
  'each report can be kept as CSV, of which no spreadsheet makes a formula',
  story,
  desktop,
  async ({ page }) => {
    const kept = async () => {
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'CSV' }).click()
      const file = await download
      return [file.suggestedFilename(), await readFile(await file.path(), 'utf8')] as const
    }
    await page.goto(`/reports?group=none&asOf=${told}`)
    await row(page, 'Euro 2 €107.70')
    assert.deepEqual(await kept(), [
      `spending-2026-11-at-${told}.csv`,
      'currency,count,total\r\nEUR,2,107.70\r\nJPY,1,3200\r\n',
    ])
    await page.goto(`/reports?report=statement&asOf=${told}`)
    await row(page, '21 Nov =Tram; ten Transport 23.50 107.70')
    const [name, statement] = await kept()
    assert.equal(name, `statement-2026-11-at-${told}.csv`)
    assert.match(statement, /\r\n2026-11-21,Transport,"'=Tram; ten",23\.50,107\.70,EUR,/)
    await page.goto(`/reports?report=changes&since=${told}`)
    await page.getByText('3 expenses are different').waitFor()
    const lines = (await kept())[1].split('\r\n')
    const moved = lines.slice(1, -1).map((line) => /(?<=,)-?\d+,(-?[\d.]*),EUR,[^,]+$/.exec(line)?.[1])
    assert.deepEqual(moved, ['5.80', '-23.50', '4.00'])
  },
)

test.serial('on paper a report says what it is, black on white', story, desktop, async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('/reports?report=statement&period=2026')
  await row(page, '22 Nov Tea Groceries 4.00 114.00')
  await page.locator('summary', { hasText: 'October 2026' }).click()
  await page.getByRole('row', { name: /Market/ }).waitFor({ state: 'hidden' })
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(`dispatchEvent(new Event('beforeprint'))`)
  const head = page.locator('.paper-head')
  await head.getByRole('heading', { name: 'Statement' }).waitFor()
  await head.getByText('Ana Novak').waitFor()
  await head.getByText(/^As known at event \d+, recorded on /).waitFor()
  await head.getByText('23 November 2026 at 13:00').waitFor()
  await page.getByRole('row', { name: /Market/ }).waitFor()
  for (const hidden of ['.rail', '.report-links', '.report-tools', 'h1', '.known-as button']) {
    await page.locator(hidden).first().waitFor({ state: 'hidden' })
  }
  const colours = `[document.body, document.querySelector('.report td')].map((at) => getComputedStyle(at).color)`
  assert.deepEqual(await page.evaluate(colours), ['rgb(0, 0, 0)', 'rgb(51, 51, 51)'])
  assert.equal(await page.evaluate('getComputedStyle(document.body).backgroundColor'), 'rgb(255, 255, 255)')
})

test.serial('reports are gone through by keyboard alone', story, desktop, async ({ page }) => {
  await page.goto('/reports')
  await page.getByRole('link', { name: 'Spending' }).and(page.locator('[aria-current=page]')).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(/report=statement/)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(/report=changes/)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'What changed since' }).waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.report-tools button:focus', { hasText: 'Since' }).waitFor()
})

test.serial(
  'on a phone a statement has its lines in two, and nothing is wider than the screen',
  story,
  phone,
  async ({ page }) => {
    await page.goto('/reports?report=statement&period=2026&user=all')
    await row(page, '21 Nov Weekly shop Leisure · Ana Novak 90.00 Sum so far 110.00')
    for (const report of ['spending', 'statement', 'changes']) {
      await page.goto(`/reports?report=${report}&period=2026&user=all&since=${told}`)
      await page.locator('.report .num').first().waitFor()
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 360)
    }
    await page.getByRole('button', { name: 'CSV' }).waitFor()
    await page.goto('/reports?period=2031')
    await page.getByRole('heading', { name: 'Nothing was spent in 2031' }).waitFor()
  },
)

// axe.test.ts looks at a light desktop and a dark phone.
const looks = [
  { name: 'a dark desktop', screen: desktop, colorScheme: 'dark' },
  { name: 'a light phone', screen: phone, colorScheme: 'light' },
] as const
for (const { name, screen, colorScheme } of looks) {
  test.serial(`nothing about the reports is in anybody’s way on ${name}`, story, screen, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    for (const report of ['spending&group=month,category', 'statement', 'changes']) {
      await page.goto(`/reports?report=${report}&period=2026&user=all&since=${told}`)
      await page.locator('.report .num').first().waitFor()
      await accessible(page)
    }
  })
}

test.serial('a report that is long in coming says how far it is', story, desktop, async ({ page }) => {
  // The ledger's own answer, held back behind what it says of a long log.
  await page.evaluate(`{
    const real = window.fetch
    const freed = new Promise((free) => (window.free = free))
    window.fetch = async (path, init) => {
      const answer = await real(path, init)
      if (!String(path).startsWith('/api/reports/statement')) return answer
      return new Response(new ReadableStream({
        async start(stream) {
          stream.enqueue(new TextEncoder().encode('event: progress\\ndata: {"position":400000,"of":1000000}\\n\\n'))
          await freed
          for await (const piece of answer.body) stream.enqueue(piece)
          stream.close()
        },
      }))
    }
  }`)
  await page.getByRole('link', { name: 'Reports' }).click()
  await page.getByRole('link', { name: 'Statement' }).click()
  await page.getByRole('progressbar', { name: 'Reading the log' }).waitFor()
  await page.getByText('Reading the log: event 400,000 of 1,000,000').waitFor()
  await page.evaluate('free()')
  await row(page, '21 Nov Weekly shop Leisure 90.00 90.00')
  await page.getByRole('progressbar').waitFor({ state: 'detached' })
})
