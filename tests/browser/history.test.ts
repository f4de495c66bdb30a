import test from 'ava'
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { BatchDone } from '../../src/web/api.ts'
import { accessible } from './accessible.ts'
import { desktop, phone } from './browser.ts'
import { record } from './people.ts'
import { storiesOn } from './story.ts'

const train = {
  description: 'Train to Basel',
  category: 'Leisure',
  date: '2026-11-14',
  amount: '45.00',
  currency: 'EUR',
}
const story = storiesOn(async (page) => {
  await record(page, { ...train, description: 'Weekly shop', category: 'Groceries' })
})
const amend = (page: Page, id: string, data: object) => page.request.patch(`/api/expenses/${id}`, { data })
const steps = (page: Page) => page.getByRole('tabpanel').getByRole('list').first().locator('> li')
const dialog = (page: Page) => page.getByRole('dialog')

test.serial(
  'who changed what is told, and gone back to with a preview and an undo',
  story,
  desktop,
  async ({ page }) => {
    const { id } = await record(page, train)
    await amend(page, id, { amount: '54.00', category: 'Transport' })
    await amend(page, id, { description: 'Train to Bern and back' })
    await page
      .getByRole('button', { name: 'Train to Basel' })
      .or(page.getByRole('button', { name: 'Train to Bern' }))
      .first()
      .click()
    await page.getByRole('tab', { name: 'Details' }).press('ArrowRight')
    await page.getByRole('tab', { name: 'History', selected: true }).and(page.locator(':focus')).waitFor()
    await steps(page).nth(0).getByText('Ana Novak changed the description').waitFor()
    await steps(page).nth(1).getByText('Ana Novak changed 2 fields').waitFor()
    await steps(page).nth(1).locator('del', { hasText: '€45.00' }).waitFor()
    await steps(page).nth(1).locator('ins', { hasText: '€54.00' }).waitFor()
    await steps(page).nth(2).getByText('€45.00 · Leisure · Train to Basel · 14 Nov 2026').waitFor()
    await dialog(page)
      .getByText(/Proved unchanged up to event \d+/)
      .waitFor()
    await accessible(page)

    await steps(page).nth(2).getByRole('button', { name: 'Go back to this version' }).click()
    const preview = page.getByRole('group', { name: 'Go back to this version' })
    await preview.locator('ins', { hasText: 'Leisure' }).waitFor()
    await preview.getByRole('button', { name: 'Leave it as it is' }).click()
    await steps(page).nth(2).getByRole('button', { name: 'Go back to this version' }).click()
    await preview.getByRole('button', { name: 'Go back', exact: true }).click()
    await dialog(page).getByText('Train to Basel is as it was: €45.00').waitFor()
    await steps(page).nth(3).getByText('Ana Novak recorded it').waitFor()
    await dialog(page).getByRole('button', { name: 'Undo' }).click()
    await steps(page).nth(4).getByText('Ana Novak recorded it').waitFor()
    await dialog(page).getByRole('heading', { name: 'Train to Bern and back' }).waitFor()

    await page.goBack()
    await dialog(page).waitFor({ state: 'detached' })
    assert.equal(new URL(page.url()).search, '')
  },
)

test.serial('closing leaves nothing that Back comes by again', story, desktop, async ({ page }) => {
  await page.goto('/categories')
  await page.getByRole('link', { name: 'Expenses', exact: true }).click()
  await page.getByRole('button', { name: 'Weekly shop', exact: true }).click()
  await dialog(page).getByLabel('Amount').waitFor()
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })
  await page.goBack()
  await page.getByRole('heading', { name: 'Categories' }).waitFor()
})

test.serial(
  'what was deleted with others is read-only, leads to them, and can be restored',
  story,
  desktop,
  async ({ page }) => {
    const one = await record(page, { ...train, description: 'One ticket' })
    const other = await record(page, { ...train, description: 'Other ticket' })
    const done = await page.request.post('/api/expenses/bulk', { data: { ids: [one.id, other.id], delete: true } })
    const { batch } = BatchDone.parse(await done.json())
    await page.goto(`/expenses?expense=${one.id}`)
    await dialog(page)
      .getByText(/Ana Novak deleted this expense/)
      .waitFor()
    assert.equal(await dialog(page).getByRole('textbox').count(), 0)
    await accessible(page)
    await page.getByRole('tab', { name: 'History' }).click()
    await steps(page)
      .nth(0)
      .getByText(/with 1 other/)
      .waitFor()
    const all = steps(page).nth(0).getByRole('link', { name: 'see all 2' })
    assert.equal(await all.getAttribute('href'), `/activity?batch=${batch}`)
    await page.getByRole('tab', { name: 'Details' }).click()
    await dialog(page).getByRole('button', { name: 'Restore it' }).click()
    await dialog(page).getByLabel('Amount').waitFor()
  },
)

test.serial(
  'as known at a moment an expense is as it was then, and nothing can be changed',
  story,
  desktop,
  async ({ page }) => {
    const { id } = await record(page, train)
    const answer = await amend(page, id, { amount: '54.00' })
    const position = Number(answer.headers()['ledger-position'])
    await page.goto(`/expenses?asOf=${position - 1}&expense=${id}`)
    await dialog(page)
      .getByText(/As known on event/)
      .waitFor()
    await dialog(page).getByText('€45.00').waitFor()
    await page.getByRole('tab', { name: 'History' }).click()
    await steps(page).nth(0).getByText('Ana Novak recorded it').waitFor()
    assert.equal(await steps(page).count(), 1)
    assert.equal(await dialog(page).getByRole('button', { name: 'Go back to this version' }).count(), 0)
  },
)

test.serial('an expense that is not there says so kindly', story, desktop, async ({ page, complaints }) => {
  await page.goto('/expenses?expense=01970000-0000-7000-8000-0000000010ca')
  await dialog(page).getByRole('heading', { name: 'This expense is not here' }).waitFor()
  await accessible(page)
  await dialog(page).getByRole('button', { name: 'To the expenses' }).click()
  await dialog(page).waitFor({ state: 'detached' })
  await page.goto('/expenses?asOf=1&expense=01970000-0000-7000-8000-0000000010ca')
  await dialog(page).getByText('The ledger did not know this expense yet').waitFor()
  await dialog(page).getByRole('button', { name: 'Back to now' }).click()
  await dialog(page)
    .getByText(/There is none at this address/)
    .waitFor()
  // The browser tells of each answer 404, which is right here.
  assert.ok(complaints.splice(0).every((complaint) => complaint.includes('status of 404')))
})

test.serial('on a phone the history fills the screen', story, phone, async ({ page }) => {
  const { id } = await record(page, { ...train, amount: '123456789012.34', description: 'x'.repeat(120) })
  await amend(page, id, { description: 'A shorter one' })
  await page.goto(`/expenses?expense=${id}&tab=history`)
  await dialog(page)
    .getByText(/Proved unchanged/)
    .waitFor()
  await accessible(page)
  await page.setViewportSize({ width: 320, height: 640 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await accessible(page)
})
