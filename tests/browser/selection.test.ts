import test from 'ava'
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { ExpenseList } from '../../src/web/api.ts'
import { accessible } from './accessible.ts'
import { desktop, phone } from './browser.ts'
import { record } from './people.ts'
import { storiesOn } from './story.ts'
import { until } from './until.ts'

/**
 * Ten loaves of bread in November, one a day, each as many euros as its day; and 120 tram rides in October: more than are loaded
 * at once.
 */
const story = storiesOn(async (page) => {
  for (let day = 1; day <= 10; day += 1) {
    const date = `2026-11-${`${day}`.padStart(2, '0')}`
    await record(page, { category: 'Groceries', description: `Bread ${day}`, date, amount: `${day}`, currency: 'EUR' })
  }
  for (let ride = 1; ride <= 120; ride += 1) {
    const date = `2026-10-${`${1 + (ride % 28)}`.padStart(2, '0')}`
    await record(page, { category: 'Transport', description: `Tram ${ride}`, date, amount: '2.40', currency: 'EUR' })
  }
})
const row = (page: Page, name: string) => page.getByRole('row', { name })
const box = (page: Page, what: string) => page.getByRole('checkbox', { name: `Select ${what}`, exact: true })
const bar = (page: Page) => page.getByRole('region', { name: 'Selected expenses' })
const foot = (page: Page, text: string) => page.getByRole('row', { name: text }).waitFor()
const focused = (page: Page, name: string) => row(page, name).and(page.locator(':focus')).waitFor()
const undo = (page: Page) => page.getByRole('button', { name: 'Undo' }).last().click()
const stored = async (page: Page, q: string) => {
  const answer = await page.request.get(`/api/expenses?q=${q}&deleted=all&limit=200`)
  return ExpenseList.parse(await answer.json()).items
}

test.serial(
  'what is chosen is counted, summed and changed as one, and taken back as one',
  story,
  desktop,
  async ({ page }) => {
    await box(page, 'Bread 10').click()
    await box(page, 'Bread 7').click({ modifiers: ['Shift'] })
    await bar(page).getByText('4 selected').waitFor()
    await bar(page).getByText('€34.00').waitFor()
    await accessible(page)
    await bar(page).getByRole('button', { name: 'Category' }).click()
    await page.getByRole('dialog').getByRole('combobox', { name: 'Category' }).fill('Bakery')
    await accessible(page)
    await page.keyboard.press('Enter')
    await page.getByText('Category of 4 expenses changed to Bakery').waitFor()
    await row(page, '10 Nov Bread 10 Bakery').waitFor()
    await bar(page).getByText('4 selected').waitFor()
    await undo(page)
    await page.getByText('Taken back: 4 expenses as before').waitFor()
    await row(page, '10 Nov Bread 10 Groceries').waitFor()
    assert.deepEqual(new Set((await stored(page, 'bread')).map(({ category }) => category)), new Set(['Groceries']))
  },
)

test.serial(
  'what was changed since is left out of an undo only if somebody says so',
  story,
  desktop,
  async ({ page }) => {
    await box(page, 'Bread 1').click()
    await box(page, 'Bread 2').click()
    await bar(page).getByRole('button', { name: 'Date' }).click()
    await page.getByRole('dialog').getByLabel('When').fill('2026-11-15')
    await page.keyboard.press('Enter')
    await page.getByText('Date of 2 expenses changed to 15 Nov 2026').waitFor()
    await row(page, '15 Nov Bread 1 Groceries').waitFor()
    const [bread] = await stored(page, 'bread 2')
    await page.request.patch(`/api/expenses/${bread!.id}`, { data: { date: '2026-11-16' } })
    await row(page, '16 Nov Bread 2').waitFor()
    await undo(page)
    await page.getByText('Not taken back: 1 expense changed since').waitFor()
    await page.getByRole('button', { name: 'Take back the others' }).click()
    await row(page, '1 Nov Bread 1 Groceries').waitFor()
    await row(page, '16 Nov Bread 2').waitFor()
    await page.request.patch(`/api/expenses/${bread!.id}`, { data: { date: '2026-11-02' } })
  },
)

test.serial('many are deleted and restored at once', story, desktop, async ({ page }) => {
  await page.getByRole('checkbox', { name: 'Select all that are loaded' }).click()
  await bar(page).getByText('10 selected').waitFor()
  await box(page, 'Bread 10').click()
  await bar(page).getByRole('button', { name: 'Delete' }).click()
  await page.getByText('Deleted 9 expenses').waitFor()
  await foot(page, '1 expense in November 2026')
  await bar(page).waitFor({ state: 'detached' })
  await page.goto('/expenses?deleted=true')
  await page.getByRole('checkbox', { name: 'Select all that are loaded' }).click()
  await bar(page).getByText('9 selected').waitFor()
  assert.equal(await bar(page).getByRole('button', { name: 'Delete' }).count(), 0)
  await bar(page).getByRole('button', { name: 'Restore' }).click()
  await page.getByText('Restored 9 expenses').waitFor()
  await page.goto('/expenses')
  await foot(page, '10 expenses in November 2026 55.00')
})

test.serial('all that match are chosen in so many words, loaded or not', story, desktop, async ({ page }) => {
  // Further pages come by themselves: here they never do.
  await page.route(
    ({ searchParams }) => searchParams.has('cursor'),
    () => undefined,
  )
  await page.goto('/expenses?period=2026-10')
  await page.getByText('1–50 of 120').waitFor()
  await page.getByRole('checkbox', { name: 'Select all that are loaded' }).click()
  await bar(page).getByText('50 selected').waitFor()
  await bar(page).getByRole('button', { name: 'Select all 120 that match' }).click()
  await bar(page).getByText('120 selected').waitFor()
  await bar(page).getByText('€288.00').waitFor()
  await page.keyboard.press('t')
  await page.getByRole('dialog', { name: 'Date of 120 expenses' }).getByLabel('When').fill('2026-10-31')
  await page.keyboard.press('Enter')
  await page.getByText('Date of 120 expenses changed to 31 Oct 2026').waitFor()
  await until(async () => (await stored(page, 'tram')).every(({ date }) => date === '2026-10-31'))
  await undo(page)
  await page.getByText('Taken back: 120 expenses as before').waitFor()
  await bar(page).getByText('120 selected').waitFor()
  await page.getByRole('button', { name: 'Previous period' }).click()
  await bar(page).waitFor({ state: 'detached' })
})

test.serial('what is chosen can be taken away as CSV', story, desktop, async ({ page }) => {
  await box(page, 'Bread 3').click()
  const [some] = await Promise.all([
    page.waitForEvent('download'),
    bar(page).getByRole('button', { name: 'Export' }).click(),
  ])
  const text = await readFile(await some.path(), 'utf8')
  assert.deepEqual(
    text
      .trim()
      .split('\r\n')
      .map((line) => line.split(',').slice(0, 5).join()),
    ['date,category,description,amount,currency', '2026-11-03,Groceries,Bread 3,3.00,EUR'],
  )
})

test.serial('what somebody else deletes is chosen no more', story, desktop, async ({ page }) => {
  await box(page, 'Bread 4').click()
  await box(page, 'Bread 5').click()
  await bar(page).getByText('2 selected').waitFor()
  const [bread] = await stored(page, 'bread 4')
  await page.request.delete(`/api/expenses/${bread!.id}`)
  await bar(page).getByText('1 selected').waitFor()
  await page.request.post(`/api/expenses/${bread!.id}/restore`)
  await row(page, '4 Nov Bread 4').waitFor()
})

test.serial('the list is worked with by keyboard alone', story, desktop, async ({ page }) => {
  await row(page, '10 Nov Bread 10').waitFor()
  await page.keyboard.press('j')
  await focused(page, '10 Nov Bread 10')
  await page.keyboard.press('j')
  await page.keyboard.press('ArrowDown')
  await focused(page, '8 Nov Bread 8')
  await page.keyboard.press('x')
  await page.keyboard.press('End')
  await focused(page, '1 Nov Bread 1')
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ ')
  await bar(page).getByText('3 selected').waitFor()
  await page.keyboard.press('Escape')
  await bar(page).waitFor({ state: 'detached' })
  await page.keyboard.press('#')
  await page.getByText('Deleted Bread 10, €10.00').waitFor()
  await focused(page, '9 Nov Bread 9')
  await page.keyboard.press('k')
  await page.keyboard.press('Delete')
  await foot(page, '8 expenses in November 2026 36.00')
  await page.keyboard.press('u')
  await foot(page, '9 expenses in November 2026 45.00')
  await page.keyboard.press('Control+z')
  await foot(page, '10 expenses in November 2026 55.00')
  await page.keyboard.press('u')
  await page.getByText('There is nothing to undo on this page').waitFor()
})

test.serial('a row is edited in its place, by keyboard', story, desktop, async ({ page }) => {
  await row(page, '10 Nov Bread 10').waitFor()
  await page.keyboard.press('j')
  await focused(page, '10 Nov Bread 10')
  await page.keyboard.press('e')
  await page.locator('#inline-description:focus').fill('')
  await page.keyboard.press('Enter')
  await page.getByText('Say what it was for').waitFor()
  await accessible(page)
  await page.keyboard.type('Rolls')
  await page.keyboard.press('Tab')
  await page.keyboard.type('trans')
  await page.keyboard.press('Tab')
  await page.keyboard.type('12,50+4')
  await page.getByText('= €16.50').waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('Rolls: amount, category, and description changed').waitFor()
  await focused(page, '10 Nov Rolls Transport 16.50')
  await page.keyboard.press('t')
  await page.locator('#inline-date:focus').press('-')
  await page.keyboard.press('Escape')
  await focused(page, '10 Nov Rolls Transport 16.50')
  await page.keyboard.press('u')
  await focused(page, '10 Nov Bread 10 Groceries 10.00')
})

test.serial(
  'a double click edits the cell that it is on; going elsewhere ends it',
  story,
  desktop,
  async ({ page }) => {
    await page.getByText('Bread 6', { exact: true }).dblclick()
    await page.locator('#inline-description:focus').waitFor()
    await row(page, '2 Nov Bread 2').getByText('Groceries').dblclick()
    await page.locator('#inline-category:focus').waitFor()
    assert.equal(await page.locator('#inline-description').inputValue(), 'Bread 2')
    await page.getByRole('option', { name: 'Transport' }).click()
    await page.getByRole('button', { name: 'Save the changes' }).click()
    await page.getByText('Category changed to Transport').waitFor()
    await undo(page)
    await row(page, '2 Nov Bread 2 Groceries').waitFor()
  },
)

test.serial('who changed a row meanwhile is named, and what was typed is kept', story, desktop, async ({ page }) => {
  const [bread] = await stored(page, 'bread 9')
  await row(page, '9 Nov Bread 9').getByText('9.00').dblclick()
  await page.locator('#inline-amount:focus').fill('9.90')
  await page.request.patch(`/api/expenses/${bread!.id}`, { data: { amount: '9.50', description: 'Rye 9' } })
  await page.locator('#inline-amount').press('Enter')
  await page.getByText('Ana Novak changed this meanwhile: amount is now €9.50, yours is kept').waitFor()
  assert.equal(await page.locator('#inline-description').inputValue(), 'Rye 9')
  await page.locator('#inline-amount').press('Enter')
  await row(page, '9 Nov Rye 9 Groceries 9.90').waitFor()
})

test.serial('what is typed in a row that somebody else deletes is not lost', story, desktop, async ({ page }) => {
  const [bread] = await stored(page, 'bread 5')
  await row(page, '5 Nov Bread 5').getByText('Bread 5').dblclick()
  await page.locator('#inline-description:focus').fill('Five rolls')
  await page.request.delete(`/api/expenses/${bread!.id}`)
  await foot(page, '9 expenses in November 2026')
  await page.locator('#inline-description').press('Enter')
  await page.getByText('Ana Novak deleted this meanwhile. Restore it before you change it.').waitFor()
  assert.equal(await page.locator('#inline-description').inputValue(), 'Five rolls')
  await page.request.post(`/api/expenses/${bread!.id}/restore`)
  await foot(page, '10 expenses in November 2026')
  await page.locator('#inline-description').press('Escape')
  await row(page, '5 Nov Bread 5').waitFor()
})

test.serial('a row’s menu duplicates it, and shows what is like it', story, desktop, async ({ page }) => {
  const choose = async (name: string) => {
    await page.getByRole('button', { name: 'Actions for Bread 6' }).click()
    await page.getByRole('button', { name, exact: true }).click()
  }
  await choose('Duplicate')
  await page.getByRole('dialog').getByLabel('Amount').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Save €6.00' }).click()
  await row(page, '23 Nov Bread 6 Groceries 6.00').waitFor()
  await undo(page)
  await foot(page, '10 expenses in November 2026')
  await choose('History')
  await page.getByRole('dialog').getByRole('tab', { name: 'History', selected: true }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await choose('Only this day')
  await foot(page, '1 expense')
})

test.serial('as known at an earlier moment nothing can be changed', story, desktop, async ({ page }) => {
  await page.goto('/expenses?period=all&asOf=30')
  await page.getByRole('row', { name: /Bread/ }).first().waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await bar(page).getByText('1 selected').waitFor()
  await page.keyboard.press('e')
  await page.keyboard.press('#')
  assert.equal(await page.locator('.editing').count(), 0)
  assert.deepEqual(await bar(page).getByRole('button').allInnerTexts(), ['Export', 'Clear'])
})

test.serial('on a phone a long press chooses, and taps go on', story, phone, async ({ page }) => {
  const card = (what: string) => page.getByRole('button', { name: new RegExp(`${what} `) }).first()
  await card('Bread 8').waitFor()
  await card('Bread 8').dispatchEvent('pointerdown', { pointerType: 'touch', clientX: 99, clientY: 300 })
  await bar(page).getByText('1 selected').waitFor()
  await card('Bread 8').dispatchEvent('click')
  await card('Bread 7').tap()
  await bar(page).getByText('2 selected').waitFor()
  await bar(page).getByText('€15.00').waitFor()
  await accessible(page)
  await bar(page).getByRole('button', { name: 'Delete' }).tap()
  await page.getByText('Deleted 2 expenses').waitFor()
  await bar(page).waitFor({ state: 'detached' })
  await undo(page)
  await card('Bread 8').waitFor()
  await page.getByRole('button', { name: 'Actions for Bread 3' }).tap()
  await page.getByRole('button', { name: 'Select', exact: true }).tap()
  await bar(page).getByText('1 selected').waitFor()
  await bar(page).getByRole('button', { name: 'Clear' }).tap()
  await bar(page).waitFor({ state: 'detached' })
})
