import test from 'ava'
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { accessible } from './accessible.ts'
import { desktop, phone } from './browser.ts'
import { ana, paste, record } from './people.ts'
import { storiesOn } from './story.ts'
import { until } from './until.ts'

const story = storiesOn(async (page) => {
  const shop = { category: 'Groceries', date: '2026-11-20', amount: '4.00', currency: 'EUR' }
  await record(page, { ...shop, description: 'Coffee beans' })
  await record(page, { ...shop, description: 'Coffee with Mara', category: 'Eating out' })
})
const row = (page: Page, name: string) => page.getByRole('row', { name }).waitFor()

/** Holds up what `matching` is asked for until it is let go. */
async function holdUp(page: Page, matching: RegExp): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route(matching, async (route) => {
    await promise
    await route.fallback()
  })
  return resolve
}

test.serial('what is typed right after n stands in the form that comes later', story, desktop, async ({ page }) => {
  const letGo = await holdUp(page, /\/assets\/Entry/)
  await page.reload()
  await row(page, 'Coffee beans')
  await page.keyboard.press('n')
  await page.keyboard.type('12,50+4')
  await page.keyboard.press('Tab')
  await page.keyboard.type('gro')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Nuts')
  assert.equal(await page.getByRole('dialog').count(), 0)
  letGo()
  await page.locator('#entry-description:focus').waitFor()
  await page.keyboard.type(' and figs')
  await page.keyboard.press('Enter')
  await row(page, 'Nuts and figs Groceries 16.50')
})

test.serial('what was written earlier is suggested, with its category', story, desktop, async ({ page }) => {
  await page.keyboard.press('n')
  await page.getByRole('dialog').getByLabel('Amount').fill('5')
  await page.getByRole('combobox', { name: 'What for' }).pressSequentially('cof')
  await page.getByRole('option', { name: 'Coffee with Mara Eating out' }).waitFor()
  await accessible(page)
  await page.keyboard.press('Escape')
  await page.getByRole('option', { name: 'Coffee with Mara Eating out' }).waitFor({ state: 'detached' })
  await page.getByRole('combobox', { name: 'What for' }).pressSequentially('fee w')
  await page.getByRole('option', { name: 'Coffee with Mara Eating out' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'Eating out', selected: true }).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').getByText('Saved €5.00 for Coffee with Mara, Eating out, 23 Nov').waitFor()
  await page.locator('#entry-amount:focus').waitFor()
})

test.serial('lines of a spreadsheet are looked at, added, and taken back at once', story, desktop, async ({ page }) => {
  await page.keyboard.press('n')
  await page.getByRole('dialog').getByLabel('Amount').waitFor()
  const text =
    'Day\tWhat\tAmount\tWhich\n21.11.2026\tRye bread\t3,40\tGroceries\n22.11.2026\tZoo\t19\tOuting\n33.11.2026\tNo day\t1\tOuting'
  await paste(page, text)
  await page.getByText('One line has a problem and is left out.').waitFor()
  await page.getByRole('cell', { name: 'This is no date' }).waitFor()
  await accessible(page)
  await page.getByRole('button', { name: 'Add 2 expenses' }).click()
  await row(page, 'Rye bread Groceries 3.40')
  await row(page, 'Zoo Outing 19.00')
  await page.getByText('Added 2 expenses').waitFor()
  await page.keyboard.type('go')
  await page.getByRole('heading', { name: 'Overview', exact: true }).waitFor()
  await page.keyboard.press('u')
  await page.getByText('Took 2 expenses back').waitFor()
})

test.serial('the page that only adds waits for nothing else', story, phone, async ({ page }) => {
  await page.goto('/add')
  await page.locator('#entry-amount:focus').waitFor()
  const letGo = await holdUp(page, /\/api\/(?!expenses$)/)
  await page.reload()
  await page.getByLabel('Amount').fill('2,80')
  await page.getByRole('combobox', { name: 'Category' }).fill('Transport')
  await page.getByLabel('What for').fill('Tram')
  await page.getByRole('button', { name: 'Save €2.80' }).tap()
  await page.getByRole('heading', { name: 'Saved' }).waitFor()
  letGo()
  await page.getByRole('button', { name: 'Add another' }).tap()
  await page.locator('#entry-amount:focus').waitFor()
  await accessible(page)
  await page.getByRole('link', { name: 'To the expenses' }).tap()
  await page.getByRole('button', { name: /Tram Transport/ }).waitFor()
})

test.serial('what was typed into it survives a reload', story, desktop, async ({ page }) => {
  await page.goto('/add')
  await page.getByLabel('What for').fill('A long story')
  await page.reload()
  await until(async () => (await page.locator('#entry-description').inputValue()) === 'A long story')
  await page.emulateMedia({ colorScheme: 'dark' })
  await accessible(page)
})

test.serial(
  'who is not signed in signs in first',
  story,
  phone,
  async ({ page }) => {
    await page.goto('/add')
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await page.getByLabel('E-mail address').fill(ana.email)
    await page.getByLabel('Password').fill(ana.password)
    await page.keyboard.press('Enter')
    await page.locator('#entry-amount:focus').waitFor()
  },
  'nobody',
)
