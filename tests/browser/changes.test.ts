import test from 'ava'
import assert from 'node:assert/strict'
import type { Page, Route } from 'playwright-core'
import { ExpenseList } from '../../src/web/api.ts'
import { desktop, launchBrowser, visit } from './browser.ts'
import { freshDatabase } from '../database.ts'
import { startLedger } from './ledger.ts'
import { ana, begin, ben, record, register, signIn } from './people.ts'
import { storiesOn } from './story.ts'

const story = storiesOn(async (page) => {
  await register(page, ben)
})
const train = { description: 'Train', category: 'Transport', date: '2026-11-23', amount: '54.00', currency: 'EUR' }
const open = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
/** From now on the page is not told what others do. */
const deafen = (page: Page) => page.route('**/api/live?*', (route) => route.abort())
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
    await deafen(page)
    await page.reload()
    await open(page, 'Train to Basel')
    await page.getByRole('dialog').getByLabel('Amount').fill('60')
    await page.request.patch(`/api/expenses/${id}`, { data: { amount: '55.00', description: 'Train to Bern' } })
    await page.keyboard.press('Enter')
    await page.getByText('You yourself changed the amount and the description just now.').waitFor()
    await page.getByText('What for: Train to Bern taken over').waitFor()
    await page.getByRole('radio', { name: 'Theirs €55.00' }).check()
    assert.equal(await page.getByRole('dialog').getByLabel('Amount').inputValue(), '55.00')
    await page.getByRole('radio', { name: 'Yours €60.00' }).check()
    await page.getByRole('button', { name: 'Save the changes' }).click()
    await page.getByRole('row', { name: /Train to Bern Transport 60.00/ }).waitFor()
  },
)

test.serial('an expense that somebody else deleted says so, and can be restored', story, desktop, async ({ page }) => {
  const { id } = await record(page, { ...train, description: 'Night train' })
  await deafen(page)
  await page.reload()
  await open(page, 'Night train')
  await page.getByRole('dialog').getByLabel('Amount').fill('60')
  await page.request.delete(`/api/expenses/${id}`)
  await page.keyboard.press('Control+Enter')
  await page.getByText('You yourself deleted this expense just now.').waitFor()
  await page.getByRole('button', { name: 'Restore it' }).click()
  await page.getByText(/Restored Night train/).waitFor()
  await page.getByRole('button', { name: 'Save the changes' }).click()
  await page.getByRole('row', { name: /Night train Transport 60.00/ }).waitFor()
})

test.serial('what one does shows to the other, who is told who it was', story, desktop, async ({ page, context }) => {
  const other = await visit(context.browser()!, page.url(), desktop, ben)
  try {
    await record(other.page, { ...train, description: 'Ben’s tram', amount: '2.40' })
    await other.page.reload()
    await page.goto('/expenses?user=all')
    await other.page.getByRole('row', { name: /Ben’s tram Transport 2.40/ }).waitFor()
    await open(page, 'Ben’s tram')
    await page.getByRole('dialog').getByLabel('Amount').fill('3')
    await open(other.page, 'Ben’s tram')
    await other.page.getByRole('dialog').getByLabel('Amount').fill('2.80')
    await other.page.keyboard.press('Enter')
    await page.getByText('Ben Okafor changed the amount just now.').waitFor()
    await page.getByRole('radio', { name: 'Yours €3.00' }).and(page.locator(':checked')).waitFor()
    await page.keyboard.press('Enter')
    await other.page.getByRole('row', { name: /Ben’s tram Transport 3.00/ }).waitFor()
    assert.deepEqual(other.complaints, [])
  } finally {
    await other.close()
  }
})

test.serial(
  'what happens between the first look and the opening of the live connection is shown',
  story,
  desktop,
  async ({ page }) => {
    await record(page, { ...train, description: 'Train before' })
    const held = Promise.withResolvers<Route>()
    await page.route('**/api/live?*', held.resolve)
    await page.reload()
    await page.getByRole('row', { name: /Train before/ }).waitFor()
    const connection = await held.promise
    await record(page, { ...train, description: 'Train in between' })
    await connection.continue()
    await page.getByRole('row', { name: /Train in between/ }).waitFor()
  },
)

test.serial(
  'deleting what somebody else changed meanwhile is refused, and the list is fetched',
  story,
  desktop,
  async ({ page }) => {
    const { id } = await record(page, { ...train, description: 'Slow train' })
    await deafen(page)
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

test.serial(
  'a lost connection is shown, mends by itself, and then shows what was missed',
  story,
  desktop,
  async ({ page, context }) => {
    const other = await visit(context.browser()!, page.url(), desktop, ana)
    await context.setOffline(true)
    await page.getByText('The ledger cannot be reached.').waitFor()
    await record(other.page, { ...train, description: 'Missed train' })
    await other.close()
    await context.setOffline(false)
    await page.getByText('The ledger cannot be reached.').waitFor({ state: 'detached' })
    await page.getByRole('row', { name: /Missed train/ }).waitFor()
  },
)

test.serial(
  'what was typed survives a reload, and can be gone on with or dropped',
  story,
  desktop,
  async ({ page }) => {
    await page.keyboard.press('n')
    await page.getByRole('dialog').getByLabel('Amount').fill('7,20')
    await page.getByLabel('What for').fill('Ferry to the island')
    await page.reload()
    const offer = page.getByRole('complementary', { name: 'Not saved yet' })
    await offer.getByText('You were adding an expense: 7,20 · Ferry to the island').waitFor()
    await offer.getByRole('button', { name: 'Go on' }).click()
    assert.equal(await page.getByRole('dialog').getByLabel('Amount').inputValue(), '7,20')
    await page.reload()
    await offer.getByRole('button', { name: 'Drop it' }).click()
    await offer.waitFor({ state: 'detached' })
    await page.reload()
    await page.getByRole('heading', { name: 'Expenses', exact: true }).waitFor()
    assert.equal(await offer.count(), 0)
  },
)

test.serial('a ledger that is started anew is found again by itself', async (t) => {
  const settings = { DATABASE_URL: await freshDatabase() }
  const browser = await launchBrowser()
  let ledger = await startLedger(settings)
  const { page, complaints, close } = await visit(browser, ledger.url)
  try {
    await begin(page, ana)
    await ledger.stop()
    await page.getByText('The ledger cannot be reached.').waitFor()
    ledger = await startLedger({ ...settings, PORT: new URL(ledger.url).port })
    await page.getByText('The ledger cannot be reached.').waitFor({ state: 'detached' })
    await record(page, { ...train, description: 'First train' })
    await page.getByRole('row', { name: /First train/ }).waitFor()
    // While it starts a ledger says that it is not ready yet; the browser tells of that.
    t.deepEqual(
      complaints.filter((complaint) => !complaint.includes('status of 503')),
      [],
    )
  } finally {
    await close()
    await browser.close()
    await ledger.stop()
  }
})

test.serial('a change that Back put aside goes on where it was', story, desktop, async ({ page }) => {
  await record(page, { ...train, description: 'Train to Thun' })
  await open(page, 'Train to Thun')
  await page.getByRole('dialog').getByLabel('Amount').fill('61')
  await page.goBack()
  await page.getByText('You were changing Train to Thun').waitFor()
  await page.getByRole('button', { name: 'Go on' }).click()
  assert.equal(await page.getByRole('dialog').getByLabel('Amount').inputValue(), '61')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Drop it' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
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
