import test from 'ava'
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { accessible } from './accessible.ts'
import { desktop, phone } from './browser.ts'
import { ana, ben, record, register, signIn } from './people.ts'
import { storiesOn } from './story.ts'

const coffee = { description: 'Coffee', category: 'Groceries', date: '2026-11-23', currency: 'EUR' }
const story = storiesOn(async (page) => {
  await record(page, { ...coffee, amount: '16.50' })
})
const toProfiles = (page: Page) => page.getByRole('link', { name: 'Profiles' }).click()
const choose = async (page: Page, who: string, what: string) => {
  await page.getByRole('button', { name: `Actions for ${who}` }).click()
  await page.getByRole('button', { name: what, exact: true }).click()
}

test.serial('an admin adds a profile and changes it', story, desktop, async ({ page }) => {
  await toProfiles(page)
  await page.getByRole('listitem').filter({ hasText: '€16.50 1 expense' }).waitFor()
  await page.getByRole('button', { name: 'Add a profile' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await accessible(page)
  await page.getByRole('button', { name: 'Name: Must not be empty' }).click()
  await page.keyboard.type(ben.name)
  await page.getByLabel('E-mail address').fill(ben.email)
  await page.getByLabel('Password').fill(ben.password)
  await page.getByRole('dialog').getByLabel('Currency').selectOption('CHF')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Ben Okafor has a profile now').waitFor()

  await choose(page, ben.name, 'Change the profile')
  await page.getByLabel('Role').selectOption('Admin')
  await page.getByRole('button', { name: 'Save' }).click()
  const row = page.getByRole('listitem').filter({ hasText: ben.email })
  await row.getByText('Admin').waitFor()
  await choose(page, ben.name, 'Change the profile')
  await page.getByLabel('Role').selectOption('Member')
  await page.getByRole('button', { name: 'Save' }).click()
  await row.getByText('Admin').waitFor({ state: 'detached' })
})

test.serial('a profile is deleted by its name, and restored', story, desktop, async ({ page }) => {
  await toProfiles(page)
  const row = page.getByRole('listitem').filter({ hasText: ben.email })
  const dialog = page.getByRole('dialog')
  await choose(page, ben.name, 'Delete the profile')
  await dialog.getByLabel(/Type/).fill('Ben')
  await dialog.getByRole('button', { name: 'Delete the profile' }).click()
  await dialog.locator('.field-error', { hasText: 'This is not “Ben Okafor”' }).waitFor()
  await accessible(page)
  await dialog.getByLabel(/Type/).fill('ben okafor')
  await dialog.getByRole('button', { name: 'Delete the profile' }).click()
  await row.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Ben Okafor is back, with all expenses').waitFor()
  await row.waitFor()

  await choose(page, ben.name, 'Delete the profile')
  await dialog.getByLabel(/Type/).fill(ben.name)
  await dialog.getByRole('button', { name: 'Delete the profile' }).click()
  await row.waitFor({ state: 'detached' })
  await page.getByRole('switch', { name: 'Show deleted' }).check()
  await row.getByText('Deleted', { exact: true }).waitFor()
  await accessible(page)
  await row.getByRole('button', { name: 'Restore' }).click()
  await choose(page, ben.name, 'Show the expenses')
  await page.getByRole('heading', { name: 'Nothing here yet' }).waitFor()
})

test.serial('an admin sets a password for who has lost theirs', story, desktop, async ({ page, context }) => {
  await toProfiles(page)
  await page.getByRole('button', { name: `Actions for ${ana.name}` }).click()
  assert.equal(await page.getByRole('button', { name: 'Set a password' }).count(), 0)
  await page.keyboard.press('Escape')
  await choose(page, ben.name, 'Set a password')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Password').fill('short')
  await dialog.getByRole('button', { name: 'Set a password' }).click()
  await dialog.locator('.field-error', { hasText: 'at least 10 characters' }).waitFor()
  await accessible(page)
  await dialog.getByLabel('Password').fill('a new beginning')
  await dialog.getByRole('button', { name: 'Set a password' }).click()
  await page.getByText('Ben Okafor has a new password').waitFor()
  await context.clearCookies()
  await page.goto('/expenses')
  await signIn(page, { ...ben, password: 'a new beginning' })
})

test.serial('as known before somebody was there', story, desktop, async ({ page }) => {
  await page.goto('/profiles?asOf=1')
  await page.getByRole('listitem').filter({ hasText: 'No expenses yet' }).waitFor()
  assert.equal(await page.getByRole('listitem').filter({ hasText: ben.email }).count(), 0)
  assert.ok(await page.getByRole('button', { name: 'Add a profile' }).isDisabled())
})

test.serial('many people with long names, on a phone', story, phone, async ({ page }) => {
  const name = 'Maximiliana-Theodora von und zu Hohenlohe-Waldenburg-Schillingsfürst'
  for (let index = 0; index < 8; index += 1) {
    await register(page, {
      ...ben,
      name: `${name} ${index}`,
      email: `someone-with-a-long-address-${index}@example.org`,
    })
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('/profiles')
  await page.getByText('Schillingsfürst 7').waitFor()
  await accessible(page)
  await page.getByLabel('Search people').fill('fürst 3')
  await page.getByText('Schillingsfürst 7').waitFor({ state: 'detached' })
  assert.equal(await page.getByRole('listitem').filter({ hasText: 'Schillingsfürst' }).count(), 1)
  await page.getByLabel('Search people').fill('zoe')
  await page.getByText('Nobody is called that').waitFor()
})
