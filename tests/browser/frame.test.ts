import assert from 'node:assert/strict'
import test from 'ava'
import { desktop, phone } from './browser.ts'
import { record } from './people.ts'
import { storiesOn } from './story.ts'

const NOT_THERE = 'Failed to load resource: the server responded with a status of 404 (Not Found)'

const story = storiesOn(async (page) => {
  const coffee = { description: 'Coffee', category: 'Groceries', date: '2026-11-23', currency: 'EUR' }
  await record(page, { ...coffee, amount: '16.50' })
})

test.serial('keys go to the pages, in the same period, and to the next one', story, desktop, async ({ page }) => {
  await page.keyboard.press('[')
  await page.waitForURL('**/expenses?period=2026-10')
  await page.keyboard.press('g')
  await page.keyboard.press('o')
  await page.waitForURL('**/?period=2026-10')
  await page.keyboard.press(']')
  await page.waitForURL((url) => url.search === '')
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  await page.waitForURL('**/reports')
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await page.waitForURL('**/activity')
  await page.getByRole('heading', { level: 1, name: 'Activity' }).waitFor()
  await page.keyboard.press('[')
  await page.keyboard.press('g')
  await page.keyboard.press('e')
  await page.waitForURL((url) => url.pathname === '/expenses' && url.search === '')
  await page.getByRole('row', { name: /Coffee/ }).waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('gn')
  await page.waitForURL((url) => url.pathname === '/expenses')
})

test.serial('the palette finds pages, actions and categories by keyboard alone', story, desktop, async ({ page }) => {
  const palette = page.getByRole('combobox', { name: /Find a page/ })
  await page.keyboard.press('Control+k')
  await palette.waitFor()
  await page.keyboard.type('groc')
  await page.getByRole('option', { name: 'Groceries', selected: true }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/expenses?category=Groceries')
  await palette.waitFor({ state: 'detached' })

  await page.keyboard.press('Control+k')
  await palette.fill('coffee')
  await page.getByRole('option', { name: 'Search the expenses for “coffee”', selected: true }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/expenses?q=coffee')
  await page.keyboard.press('Control+k')
  await page.getByRole('group', { name: 'Latest searches' }).getByRole('option', { name: 'coffee' }).waitFor()
  await page.keyboard.press('ArrowUp')
  await page.getByRole('option', { name: 'Sign out', selected: true }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('option', { name: 'coffee', selected: true }).waitFor()
  await palette.fill('dark')
  await page.keyboard.press('Enter')
  await page.locator('html[data-bs-theme=dark]').waitFor()
  await page.keyboard.press('Control+k')
  await palette.fill('add an expense')
  await page.getByRole('option', { name: 'Add an expense' }).first().click()
  await page.getByRole('dialog').getByLabel('Amount').waitFor()
})

test.serial('the shortcuts are shown by ? and by pointing', story, desktop, async ({ page }) => {
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await dialog.getByText('Go to Reports').waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
  await dialog.getByText('In the list of expenses').waitFor()
})

test.serial(
  'the eye blurs every figure until one points at it, also on the next visit',
  story,
  desktop,
  async ({ page }) => {
    const amount = page.getByRole('row', { name: /Coffee/ }).locator('td.amount')
    const filter = () => page.evaluate(`getComputedStyle(document.querySelector('td.amount')).filter`)
    await page.getByRole('button', { name: 'Blur figures' }).click()
    await page.reload()
    await amount.waitFor()
    await page.getByRole('heading', { level: 1 }).hover()
    if ((await filter()) === 'none') throw new Error('The amount can be read')
    await amount.hover()
    if ((await filter()) !== 'none') throw new Error('The amount cannot be read')
    await page.getByRole('button', { name: 'Blur figures', pressed: true }).click()
    await page.getByRole('heading', { level: 1 }).hover()
    if ((await filter()) !== 'none') throw new Error('The amount cannot be read')
  },
)

test.serial('the rail shows its pictures only, and stays so', story, desktop, async ({ page }) => {
  const width = async () => (await page.locator('.rail').boundingBox())?.width ?? 0
  const wide = await width()
  await page.getByRole('button', { name: 'Show pictures only' }).click()
  await page.getByRole('button', { name: 'Show words beside the pictures' }).waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Show words beside the pictures' }).waitFor()
  if ((await width()) > wide / 2) throw new Error('The rail is as wide as before')
  await page.getByRole('link', { name: 'Categories' }).click()
  await page.getByRole('heading', { level: 1, name: 'Categories' }).waitFor()
})

test.serial('a phone’s bar has four pages’ ways and adding; the rest rises from it', story, phone, async ({ page }) => {
  const bar = page.locator('.tabbar')
  await bar.getByRole('link', { name: 'Reports' }).tap()
  await page.getByRole('heading', { level: 1, name: 'Reports' }).waitFor()
  await bar.getByRole('button', { name: 'More' }).tap()
  const more = page.getByRole('dialog', { name: 'More' })
  await more.getByRole('link', { name: 'Categories' }).tap()
  await more.waitFor({ state: 'detached' })
  await page.getByRole('heading', { level: 1, name: 'Categories' }).waitFor()
  await bar.getByRole('button', { name: 'More' }).tap()
  await more.getByRole('button', { name: 'Find anything' }).tap()
  await page.getByRole('combobox', { name: /Find a page/ }).fill('over')
  await page.getByRole('option', { name: 'Overview' }).tap()
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
  await bar.getByRole('button', { name: 'Add' }).tap()
  await page.getByRole('dialog').getByLabel('Amount').waitFor()
})

test.serial(
  'what an upgrade took away under an open page is told, and a reload brings it with all that was typed',
  story,
  desktop,
  async ({ page, complaints }) => {
    const older = /assets\/(ReportsPage|EntryPanel)-[^/]*\.js$/
    await page.route(older, (route) => route.fulfill({ status: 404 }))
    await page.reload()
    await page.getByRole('row', { name: /Coffee/ }).waitFor()
    await page.getByRole('link', { name: 'Reports' }).click()
    await page.keyboard.press('n')
    await page.keyboard.type('7,20')
    const notice = page.getByText(/The ledger was upgraded/)
    await notice.waitFor()
    await page.unroute(older)
    await page.getByRole('button', { name: 'Reload' }).click()
    await page.getByRole('heading', { level: 1, name: 'Reports' }).waitFor()
    await page.getByText('You were adding an expense: 7,20').waitFor()
    assert.equal(await notice.count(), 0)
    // The browser tells of what was not there, which is what this story is about.
    assert.deepEqual(new Set(complaints.splice(0)), new Set([NOT_THERE]))
  },
)
