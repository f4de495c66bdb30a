import test from 'ava'
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { ExpenseList } from '../../src/web/api.ts'
import { desktop } from './browser.ts'
import { ana, ben, record, register, signIn } from './people.ts'
import { storiesOn } from './story.ts'

const story = storiesOn(async (page) => {
  await register(page, ben)
})
const train = { description: 'Train', category: 'Transport', date: '2026-11-23', amount: '54.00', currency: 'EUR' }
const open = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const matching = async (page: Page, q: string) => {
  const answer = await page.request.get(`/api/expenses?q=${q}&deleted=all`)
  return ExpenseList.parse(await answer.json()).items
}

test.serial(
  'a change that somebody else made first is shown, and what was typed is kept',
  story,
  desktop,
  async ({ page }) => {
    const { id } = await record(page, { ...train, description: 'Train to Basel' })
    await page.reload()
    await open(page, 'Train to Basel')
    await page.getByRole('dialog').getByLabel('Amount').fill('60')
    await page.request.patch(`/api/expenses/${id}`, { data: { amount: '55.00', description: 'Train to Bern' } })
    await page.keyboard.press('Enter')
    await page.getByText(/Ana Novak changed this expense after you opened it/).waitFor()
    await page.getByText('€55.00').waitFor()
    await page.getByText('yours is kept').waitFor()
    await page.getByRole('button', { name: 'Save the changes' }).click()
    await page.getByRole('row', { name: /Train to Bern Transport 60.00/ }).waitFor()
  },
)

test.serial('an expense that somebody else deleted says so', story, desktop, async ({ page }) => {
  const { id } = await record(page, { ...train, description: 'Night train' })
  await page.reload()
  await open(page, 'Night train')
  await page.getByRole('dialog').getByLabel('Amount').fill('60')
  await page.request.delete(`/api/expenses/${id}`)
  await page.keyboard.press('Control+Enter')
  await page.getByText(/Ana Novak deleted this expense after you opened it/).waitFor()
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Drop it' }).click()
})

test.serial(
  'deleting what somebody else changed meanwhile is refused, and the list is fetched',
  story,
  desktop,
  async ({ page }) => {
    const { id } = await record(page, { ...train, description: 'Slow train' })
    await page.reload()
    await page.getByRole('button', { name: 'Actions for Slow train' }).waitFor()
    await page.request.patch(`/api/expenses/${id}`, { data: { amount: '1.00' } })
    await page.getByRole('button', { name: 'Actions for Slow train' }).click()
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    await page.getByText(/Somebody changed this meanwhile/).waitFor()
    await page.getByRole('row', { name: /Slow train Transport 1.00/ }).waitFor()
  },
)

test.serial(
  'with the connection lost nothing typed is lost, and nothing is saved twice',
  story,
  desktop,
  async ({ page }) => {
    await page.keyboard.press('n')
    await page.getByRole('dialog').getByLabel('Amount').fill('7,20')
    await page.getByRole('dialog').getByRole('combobox', { name: 'Category' }).fill('trans')
    await page.getByLabel('What for').fill('Ferry')
    // The command arrives; its answer does not, and nothing after it.
    let isLost = false
    await page.route('**/api/**', async (route) => {
      const isCommand = route.request().method() === 'POST'
      if (!isLost && !isCommand) return route.fallback()
      if (!isLost) await route.fetch()
      isLost = true
      await route.abort()
    })
    await page.keyboard.press('Enter')
    await page
      .getByRole('alert')
      .getByText(/could not be reached/)
      .waitFor()
    assert.equal(await page.getByLabel('What for').inputValue(), 'Ferry')
    await page.unroute('**/api/**')
    await page.getByRole('button', { name: 'Save €7.20' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('row', { name: /Ferry Transport 7.20/ }).waitFor()
    assert.equal((await matching(page, 'ferry')).length, 1)
  },
)

test.serial('a lost connection is shown, and mends by itself', story, desktop, async ({ page, context }) => {
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Previous period' }).click()
  await page.getByText('The ledger cannot be reached.').waitFor()
  await context.setOffline(false)
  await page.getByText('The ledger cannot be reached.').waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: 'No expenses in October 2026' }).waitFor()
})

test.serial(
  'what is wrong is said beside the field, and first in a summary that leads there',
  story,
  desktop,
  async ({ page }) => {
    await page.keyboard.press('n')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('alert').getByText('3 things are not right yet:').and(page.locator(':focus *')).waitFor()
    await page.getByRole('button', { name: 'What for: Say what it was for' }).click()
    await page.keyboard.type('Half of a letter')
    await page.getByLabel('Amount').fill('1,234')
    await page.getByRole('dialog').getByRole('combobox', { name: 'Category' }).fill('x')
    await page.keyboard.press('ArrowDown')
    await page.getByRole('dialog').getByLabel('Currency').selectOption('JPY')
    await page.getByText('= 1,234 Japanese yen').waitFor()
    await page.getByRole('dialog').getByLabel('Currency').selectOption('EUR')
    await page.keyboard.press('Control+Enter')
    await page.locator('#entry-amount-error', { hasText: 'That has more decimals than EUR has' }).waitFor()
    await page.getByLabel('Amount').fill('9.99')
    await page.getByRole('textbox', { name: 'Date' }).press('y')
    await page.getByRole('button', { name: 'Save and add another' }).click()
    await page.getByRole('dialog').getByText('Saved €9.99 for Half of a letter, x, 22 Nov').waitFor()
    await page.getByRole('dialog').locator('#entry-amount:focus').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Dismiss' }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  },
)

test.serial(
  'a session that ended elsewhere asks to sign in, and goes on where one was',
  story,
  desktop,
  async ({ page, context }) => {
    await page.keyboard.press('n')
    await page.getByRole('dialog').getByLabel('Amount').fill('3')
    await page.getByRole('dialog').getByRole('combobox', { name: 'Category' }).fill('Transport')
    await page.getByLabel('What for').fill('Bus')
    await context.clearCookies()
    await page.keyboard.press('Enter')
    await page.getByText('Your session has ended.').waitFor()
    await page.locator('#sign-in-email:focus').waitFor()
    await signIn(page, ana)
    await page.getByRole('button', { name: 'Save €3.00' }).click()
    await page.getByRole('row', { name: /Bus Transport 3.00/ }).waitFor()
  },
)

test.serial(
  'too many failed sign-ins say when to try again',
  story,
  desktop,
  async ({ page }) => {
    await page.getByLabel('E-mail address').fill(ben.email)
    await page.getByLabel('Password').fill('not the password')
    const refused = page.getByRole('alert').getByText('E-mail address or password is wrong')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await refused.waitFor()
    for (let attempts = 0; attempts < 10; attempts += 1) {
      await page.request.post('/api/session', { data: { email: ben.email, password: 'not the password' } })
    }
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText(/Too many attempts. Try again in \d+ seconds./).waitFor()
  },
  'nobody',
)
