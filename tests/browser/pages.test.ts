import assert from 'node:assert/strict'
import test from 'ava'
import type { Route } from 'playwright-core'
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

test.serial(
  'what several parts of a page fail at is said once, with one way to try again',
  story,
  desktop,
  async ({ page, complaints }) => {
    const problem = { type: 'urn:test', title: 'No', status: 500, requestId: 'r-1' }
    const fails = (route: Route) =>
      route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify(problem) })
    await page.route(/\/api\/(reports|audit)/, fails)
    await page.goto('/')
    const alert = page.getByRole('alert')
    await alert.getByText('The ledger could not read this just now (500).').waitFor()
    await page.getByText('This could not be read just now.').nth(1).waitFor()
    assert.equal(await alert.count(), 1)
    await page.unroute(/\/api\/(reports|audit)/)
    await alert.getByRole('button', { name: 'Try again' }).click()
    await alert.waitFor({ state: 'detached' })
    await page.getByRole('link', { name: /Ana Novak recorded “Coffee”/ }).waitFor()
    // The browser tells of each answer that failed.
    complaints.length = 0
  },
)

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
