import test from 'ava'

import { desktop, phone } from './browser.ts'
import { ana, ben, record, register } from './people.ts'
import { storiesOn } from './story.ts'
import { until } from './until.ts'

const story = storiesOn(async (page) => {
  await register(page, ben)
  const coffee = { description: 'Coffee', category: 'Groceries', date: '2026-11-23', currency: 'EUR' }
  await record(page, { ...coffee, amount: '16.50' })
})

test.serial('one changes one’s own profile and what the page looks like', story, desktop, async ({ page }) => {
  await page.getByRole('link', { name: ana.name }).click()
  await page.getByLabel('Name').fill('Ana Lindqvist')
  await page.getByRole('button', { name: 'Save the profile' }).click()
  await page.getByText('Ana Lindqvist is saved').waitFor()
  await page.getByRole('combobox', { name: 'Appearance' }).selectOption('Dark')
  await page.locator('html[data-bs-theme=dark]').waitFor()
  await page.reload()
  await page.locator('html[data-bs-theme=dark]').waitFor()
  await page.getByRole('button', { name: /Dark/ }).click()
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.getByRole('button', { name: /Automatic/ }).click()
  await page.locator('html[data-bs-theme=light]').waitFor()
  await page.getByRole('button', { name: /Light/ }).click()
  await page.locator('html[data-bs-theme=dark]').waitFor()
})

test.serial('each page says where one is, also one that is not there', story, desktop, async ({ page }) => {
  const titles = {
    '/': 'Overview',
    '/expenses': 'Expenses',
    '/categories': 'Categories',
    '/profiles': 'Profiles',
    '/settings': 'Settings',
  }
  for (const [path, title] of Object.entries(titles)) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await until(async () => (await page.title()) === `${title} · Expense Ledger`)
  }
  await page.goto('/nowhere')
  await page.getByRole('heading', { name: 'Not here' }).waitFor()
  await page.getByRole('link', { name: 'To the expenses' }).click()
  await page.locator('h1:focus', { hasText: 'Expenses' }).waitFor()
  await page.keyboard.press('Shift+Tab')
  await page.getByRole('link', { name: 'Skip to the content' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('main:focus').waitFor()
})

test.serial('the focus returns to what opened a form', story, desktop, async ({ page }) => {
  await page.getByRole('button', { name: 'Coffee', exact: true }).press('Enter')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.locator('.row-open:focus').waitFor()
  await page.getByRole('button', { name: 'Actions for Coffee' }).press('Enter')
  await page.keyboard.press('Escape')
  await page.locator('button:focus', { has: page.locator('svg.bi-three-dots') }).waitFor()
})

test.serial(
  'a member on a phone sees no profiles',
  story,
  phone,
  async ({ page }) => {
    await page.getByRole('heading', { name: 'Nothing here yet' }).waitFor()
    await page.goto('/profiles')
    await page.getByRole('heading', { name: 'Not here' }).waitFor()
    await page.getByRole('link', { name: 'Profiles' }).waitFor({ state: 'hidden' })
  },
  ben,
)
