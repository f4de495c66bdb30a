import assert from 'node:assert/strict'
import test from 'ava'
import type { Page } from 'playwright-core'
import { accessible, fits } from './accessible.ts'
import { desktop, phone } from './browser.ts'
import { ana, begin, paste, record } from './people.ts'
import { storiesOfNewUsers, storiesOn } from './story.ts'

const long = 'Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüssel'
const coffee = { description: 'Coffee', category: 'Groceries', date: '2026-11-23', amount: '16.50', currency: 'EUR' }
const story = storiesOn(async (page) => {
  const { id } = await record(page, coffee)
  await page.request.patch(`/api/expenses/${id}`, { data: { amount: '17.50', description: 'Coffee and tea' } })
  await record(page, { ...coffee, description: long, category: long.slice(0, 40), amount: '123456789012.34' })
  await record(page, { ...coffee, description: 'קפה ועוגה', category: 'מזון', amount: '-8', currency: 'JPY' })
  await page.request.post('/api/demo')
})
const newUser = storiesOfNewUsers()

/** A state of the page, how one comes to it, and what shows that it is there. */
type State = {
  name: string
  address?: string
  go?: (page: Page) => Promise<unknown>
  until: (page: Page) => Promise<void>
}

const heading = (name: string) => (page: Page) => page.getByRole('heading', { level: 1, name }).waitFor()
const dialog = (page: Page) => page.getByRole('dialog').waitFor()
const key = (name: string) => (page: Page) => page.keyboard.press(name)
const selected = (page: Page) => page.getByRole('region', { name: 'Selected expenses' })
const option = (page: Page) => page.getByRole('option').first().waitFor()
const menu = (page: Page) => page.locator('[popover]:popover-open').waitFor()
const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click()
const select = (page: Page) => page.getByRole('checkbox', { name: 'Select all that are loaded' }).click()
const idOf = async (page: Page, q: string) => {
  const answer = (await (await page.request.get(`/api/expenses?q=${q}`)).json()) as { items: { id: string }[] }
  return answer.items[0]!.id
}
const openExpense = (more: string) => async (page: Page) =>
  page.goto(`/expenses?expense=${await idOf(page, 'tea')}${more}`)
async function pasting(page: Page) {
  await page.keyboard.press('n')
  await page.locator('#entry-amount:focus').waitFor()
  await paste(page, `21.11.2026;${long};19\n33.11.2026;No day;1`)
}
async function lacking(page: Page) {
  await page.keyboard.press('n')
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
}
async function choosing(page: Page) {
  await select(page)
  await selected(page).getByRole('button', { name: 'Date' }).click()
}
async function beginning(page: Page) {
  await page.keyboard.press('/')
  await page.keyboard.type('a')
}
async function narrowing(page: Page) {
  await page.keyboard.press('/')
  await page.keyboard.type('amount<20 currency:')
}

const states: State[] = [
  { name: 'overview', address: '/', until: heading('Overview') },
  { name: 'expenses', address: '/expenses', until: heading('Expenses') },
  { name: 'all time, everybody’s', address: '/expenses?period=all&user=all&deleted=all', until: heading('Expenses') },
  { name: 'nothing found', address: '/expenses?q=zeppelin', until: heading('Expenses') },
  { name: 'an expense', go: openExpense(''), until: dialog },
  { name: 'its history', go: openExpense('&tab=history'), until: dialog },
  { name: 'spending', address: '/reports', until: heading('Reports') },
  { name: 'statement', address: '/reports?report=statement', until: heading('Reports') },
  { name: 'changes', address: '/reports?report=changes', until: heading('Reports') },
  { name: 'activity', address: '/activity', until: heading('Activity') },
  { name: 'categories', address: '/categories', until: heading('Categories') },
  { name: 'settings', address: '/settings', until: heading('Settings') },
  { name: 'profiles', address: '/profiles', until: heading('Profiles') },
  { name: 'admin', address: '/admin', until: heading('Admin') },
  { name: 'no page', address: '/nowhere', until: heading('Not here') },
  { name: 'as known on', address: '/?asOf=20', until: heading('Overview') },
  { name: 'expenses as known on', address: '/expenses?asOf=20', until: heading('Expenses') },
  { name: 'palette', address: '/expenses', go: key('Control+k'), until: dialog },
  { name: 'shortcuts', address: '/expenses', go: key('?'), until: dialog },
  { name: 'entry', address: '/expenses', go: key('n'), until: dialog },
  {
    name: 'what an entry lacks',
    address: '/expenses',
    go: lacking,
    until: (page) => page.getByRole('alert').waitFor(),
  },
  {
    name: 'pasted lines',
    address: '/expenses',
    go: pasting,
    until: (page) => page.getByText('This is no date').waitFor(),
  },
  { name: 'a selection', address: '/expenses', go: select, until: (page) => selected(page).waitFor() },
  { name: 'a change of all that is selected', address: '/expenses', go: choosing, until: dialog },
  { name: 'what a filter may be', address: '/expenses', go: beginning, until: option },
  { name: 'a filter', address: '/expenses?q=tea&category=Groceries&min=5', go: narrowing, until: option },
  { name: 'filter menu', address: '/expenses', go: press('Filter'), until: menu },
  { name: 'saved filters', address: '/expenses', go: press('Saved filters'), until: menu },
  { name: 'adding', address: '/add', until: (page) => page.getByLabel('Amount').waitFor() },
]

/** Each size and each theme once: what depends on both is rare, and axe takes seconds. */
const looks = [
  { size: { width: 1440, height: 900 }, colorScheme: 'light' },
  { size: { width: 360, height: 740 }, colorScheme: 'dark' },
] as const
const NARROWEST = { width: 320, height: 640 }

/** What is wrong with what is shown, on a desktop and on a phone, in either theme: each is looked at, whatever is wrong in another. */
async function faultless(page: Page): Promise<void> {
  const faults: string[] = []
  for (const { size, colorScheme } of looks) {
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.locator(`html[data-bs-theme=${colorScheme}]`).waitFor()
    // Painted twice: what changes its colours with the theme has begun and been shown.
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
    await accessible(page).catch((error: Error) => faults.push(`${size.width} ${colorScheme}: ${error.message}`))
  }
  await page.setViewportSize(NARROWEST)
  await fits(page).catch((error: Error) => faults.push(`${NARROWEST.width}: ${error.message}`))
  assert.deepEqual(faults, [])
}

for (const { name, address, go, until } of states) {
  test.serial(`everybody can use the page: ${name}`, story, desktop, async ({ page }) => {
    if (address) await page.goto(address)
    if (address && go) await page.getByRole('heading', { level: 1 }).waitFor()
    await go?.(page)
    await until(page)
    await faultless(page)
  })
}

test.serial('everybody can use what rises from a phone’s bar', story, phone, async ({ page }) => {
  await page.getByRole('button', { name: 'More', exact: true }).tap()
  await dialog(page)
  await accessible(page)
})

test.serial(
  'everybody can sign in',
  story,
  desktop,
  async ({ page }) => {
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await faultless(page)
  },
  'nobody',
)

test.serial('everybody can begin', newUser, desktop, async ({ page }) => {
  await page.getByRole('heading', { name: 'Begin your ledger' }).waitFor()
  await faultless(page)
  await page.setViewportSize(desktop.viewport)
  await begin(page, ana)
  await faultless(page)
})
