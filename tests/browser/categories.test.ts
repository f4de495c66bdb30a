import test from 'ava'
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { accessible } from './accessible.ts'
import { desktop, phone } from './browser.ts'
import { ben, record, register } from './people.ts'
import { storiesOn } from './story.ts'

const shop = { description: 'Weekly shop', category: 'Groceries', date: '2026-11-21', amount: '84.20', currency: 'EUR' }
const story = storiesOn(async (page) => {
  await record(page, shop)
  await record(page, { ...shop, amount: '15.80' })
  await record(page, { ...shop, amount: '20.00', currency: 'USD' })
  await record(page, { ...shop, category: 'Transport', amount: '25.00' })
  await record(page, { ...shop, date: '2026-10-21' })
  const { id } = await register(page, ben)
  await record(page, { ...shop, userId: id, category: 'Books', amount: '9.99' })
})
const toCategories = (page: Page) => page.getByRole('link', { name: 'Categories' }).click()
const row = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name }) })
const choose = async (page: Page, name: string, what: string) => {
  await page.getByRole('button', { name: `Actions for ${name}` }).click()
  await page.getByRole('button', { name: what, exact: true }).click()
}

test.serial('each category says what was spent in it, and leads to its expenses', story, desktop, async ({ page }) => {
  await toCategories(page)
  await page.getByRole('row', { name: /^Groceries 3 €100\.00 US\$20\.00/ }).waitFor()
  await page.getByRole('row', { name: /^Transport 1 €25\.00/ }).waitFor()
  await page.getByRole('row', { name: /^All categories 4 €125\.00 US\$20\.00/ }).waitFor()
  await accessible(page)
  await page.getByRole('button', { name: 'Previous period' }).click()
  await page.getByRole('row', { name: /^Groceries 1 €84\.20/ }).waitFor()
  await page.getByRole('row', { name: /^Transport 0 –/ }).waitFor()
  await page.getByRole('link', { name: 'Groceries' }).click()
  await page.waitForURL(/\/expenses\?period=2026-10&category=Groceries/)
})

test.serial('one is renamed and coloured, and back again', story, desktop, async ({ page }) => {
  await toCategories(page)
  await choose(page, 'Groceries', 'Change')
  await page.getByRole('dialog').getByLabel('Name').fill('Food')
  await page.getByRole('radio', { name: 'Green' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.locator('.colour:has([aria-label=Teal]:checked)').waitFor()
  await accessible(page)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Food is saved').waitFor()
  await row(page, 'Food').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await row(page, 'Groceries').waitFor()
})

test.serial('a name that is there already is refused', story, desktop, async ({ page }) => {
  await toCategories(page)
  await page.getByRole('button', { name: 'Add a category' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('TRANSPORT')
  await page.getByLabel('Another colour').fill('#123456')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.locator('.field-error', { hasText: 'There is a category of this name already' }).waitFor()
  await page.getByRole('dialog').getByLabel('Name').fill('Travel')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Travel is added').waitFor()
  await page.getByRole('row', { name: /^Travel 0 –/ }).waitFor()
})

test.serial('one is archived and brought back', story, desktop, async ({ page }) => {
  await toCategories(page)
  await choose(page, 'Travel', 'Archive')
  await page.getByText('Archived (1)').click()
  await page.getByRole('row', { name: /^All categories, archived ones too/ }).waitFor()
  await accessible(page)
  await choose(page, 'Travel', 'Bring back')
  await page.getByText('Travel is offered again').waitFor()
  await page.getByText('Archived (1)').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await page.getByText('Archived (1)').waitFor()
})

test.serial('an admin sees and changes the categories of others', story, desktop, async ({ page }) => {
  await toCategories(page)
  await page.getByLabel('Whose ledger').selectOption(ben.name)
  await page.getByRole('row', { name: /^Books 1 €9\.99/ }).waitFor()
  await choose(page, 'Books', 'Change')
  await page.getByRole('dialog').getByLabel('Name').fill('Reading')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: 'Reading' }).click()
  await page.waitForURL(/\/expenses\?user=.+&category=Reading/)
})

test.serial('as known then, nothing can be changed', story, desktop, async ({ page }) => {
  await page.goto('/categories?asOf=3')
  await page.getByRole('row', { name: /^Groceries 1 €84\.20/ }).waitFor()
  assert.ok(await page.getByRole('button', { name: 'Add a category' }).isDisabled())
  assert.equal(await page.getByRole('button', { name: /^Actions for/ }).count(), 0)
})

test.serial('on a phone, in the dark, with a long name and a huge amount', story, phone, async ({ page }) => {
  const category = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
  await record(page, { ...shop, category, amount: '90071992547409.91' })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('/categories')
  await page
    .getByRole('row', { name: /90,071,992,547,409\.91/ })
    .first()
    .waitFor()
  await accessible(page)
})
