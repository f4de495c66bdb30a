import assert from 'node:assert/strict'
import test from 'ava'
import type { Page } from 'playwright-core'
import { accessible, fits } from './accessible.ts'
import { desktop } from './browser.ts'
import { ana, begin, paste, record, register } from './people.ts'
import { walkThroughNewLedger } from './story.ts'

const long = 'Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüssel'
const hebrew = 'קפה ועוגה'
const coffee = { description: 'Coffee', category: 'Groceries', date: '2026-11-23', amount: '16.50', currency: 'EUR' }

/** What is awkward to show: long words, words from right to left, huge amounts, refunds, other currencies, forty categories. */
async function fill(page: Page): Promise<void> {
  const { id } = await record(page, coffee)
  await page.request.patch(`/api/expenses/${id}`, { data: { amount: '17.50', description: 'Coffee and tea' } })
  await page.request.post('/api/demo')
  for (let number = 1; number <= 40; number += 1) {
    const palace = { description: 'A palace', date: '2026-09-15', amount: '90071992547409.91' }
    const data = { ...coffee, ...palace, category: `Palace ${number}` }
    await page.request.post('/api/expenses', { data })
  }
  await record(page, { ...coffee, description: long, category: long.slice(0, 40), amount: '-123456789012.34' })
  await record(page, { ...coffee, description: hebrew, category: 'מזון', amount: '-8', currency: 'JPY' })
  await register(page, {
    name: `${long} عائشة`,
    email: `${long.slice(0, 40)}@example.org`.toLowerCase(),
    password: 'ten letters',
  })
}

const walk = walkThroughNewLedger()

/** A state of the page, how one comes to it, and what shows that it is there. */
type State = {
  name: string
  address: string | ((page: Page) => Promise<string>)
  go?: (page: Page) => Promise<unknown>
  until: (page: Page) => Promise<void>
}

const heading = (name: string) => (page: Page) => page.getByRole('heading', { level: 1, name }).waitFor()
/** What waits for the server to say who it is has a heading, too, and takes no keys. */
const signedIn = (page: Page) => page.locator('#main h1').waitFor()
const dialog = (page: Page) => page.getByRole('dialog').waitFor()
const key = (name: string) => (page: Page) => page.keyboard.press(name)
const selected = (page: Page) => page.getByRole('region', { name: 'Selected expenses' })
const option = (page: Page) => page.getByRole('option').first().waitFor()
const menu = (page: Page) => page.locator('[popover]:popover-open').waitFor()
const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click()
const select = (page: Page) => page.getByRole('checkbox', { name: 'Select all that are loaded' }).click()
const addressOf = (more: string) => async (page: Page) => {
  const answer = (await (await page.request.get('/api/expenses?q=tea')).json()) as { items: { id: string }[] }
  return `/expenses?expense=${answer.items[0]!.id}${more}`
}
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
const filterBox = (page: Page) => page.getByRole('combobox', { name: 'Search and filter' })
async function beginning(page: Page) {
  await filterBox(page).press('a')
}
async function narrowing(page: Page) {
  await filterBox(page).press('End')
  await page.keyboard.type(' amount<20 currency:')
}

const states: State[] = [
  { name: 'overview', address: '/', until: heading('Overview') },
  { name: 'overview of forty categories and huge amounts', address: '/?period=2026-09', until: heading('Overview') },
  { name: 'expenses', address: '/expenses', until: heading('Expenses') },
  { name: 'all time, everybody’s', address: '/expenses?period=all&user=all&deleted=all', until: heading('Expenses') },
  { name: 'nothing found', address: '/expenses?q=zeppelin', until: heading('Expenses') },
  { name: 'an expense', address: addressOf(''), until: dialog },
  { name: 'its history', address: addressOf('&tab=history'), until: dialog },
  { name: 'spending', address: '/reports', until: heading('Reports') },
  { name: 'spending of all time', address: '/reports?period=all&user=all', until: heading('Reports') },
  { name: 'spending on forty categories', address: '/reports?period=2026-09', until: heading('Reports') },
  { name: 'statement', address: '/reports?report=statement&user=all', until: heading('Reports') },
  { name: 'changes', address: '/reports?report=changes&since=2', until: heading('Reports') },
  { name: 'activity', address: '/activity', until: heading('Activity') },
  { name: 'what was changed', address: '/activity?type=ExpenseAmended&user=all', until: heading('Activity') },
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
  await page.setViewportSize(desktop.viewport)
  assert.deepEqual(faults, [])
}

/** Turns to `address` as a link of the page would: nothing is loaded anew. */
async function turnTo(page: Page, address: string): Promise<void> {
  await page.evaluate(
    `history.pushState(null, '', ${JSON.stringify(address)}); dispatchEvent(new PopStateEvent('popstate'))`,
  )
}

test.serial('everybody can begin', walk, async ({ page }) => {
  await page.getByRole('heading', { name: 'Begin your ledger' }).waitFor()
  await faultless(page)
  await begin(page, ana)
  await faultless(page)
  await fill(page)
})

for (const { name, address, go, until: there } of states) {
  test.serial(`everybody can use the page: ${name}`, walk, async ({ page }) => {
    const told = typeof address === 'string' ? address : await address(page)
    // What was opened by hand is closed by going there anew.
    if (go) await page.goto(told)
    else await turnTo(page, told)
    if (go) await signedIn(page)
    await go?.(page)
    await there(page)
    await faultless(page)
  })
}

/** What the browser makes of the first of `selector`, in words or in pixels. */
const styleOf = (page: Page, selector: string, property: string) =>
  page.evaluate<string>(`getComputedStyle(document.querySelector('${selector}')).${property}`)

test.serial('words from right to left begin on the right, whatever stands around them', walk, async ({ page }) => {
  for (const { size } of looks) {
    await page.setViewportSize(size)
    await page.goto(`/expenses?q=${hebrew}`)
    const words = ':is(.expenses, .cards) .clamped'
    await page.locator(words).first().waitFor()
    assert.equal(await styleOf(page, words, 'direction'), 'rtl')
  }
  await page.setViewportSize(desktop.viewport)
})

test.serial('in forced colours, what is chosen has an edge of its own', walk, async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('/expenses')
  await signedIn(page)
  const widthOf = async (selector: string, edge: string) => parseFloat(await styleOf(page, selector, edge))
  assert.equal(await widthOf('.rail [aria-current=page]', 'outlineWidth'), 2)
  await page.keyboard.press('n')
  await page.locator('.choice').first().click()
  await page.locator('.choice[aria-selected=true]').waitFor()
  assert.equal(await widthOf('.choice[aria-selected=true]', 'borderTopWidth'), 3)
  assert.equal(await widthOf('.pill[aria-pressed=true]', 'borderTopWidth'), 3)
  assert.equal(await widthOf('.panel .btn-ink', 'borderTopWidth'), 1)
  await page.emulateMedia({ forcedColors: 'none' })
})

test.serial('everybody can use what rises from a phone’s bar', walk, async ({ page }) => {
  await page.setViewportSize(looks[1].size)
  await page.goto('/expenses')
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await dialog(page)
  await accessible(page)
})

test.serial('everybody can use the page: adding', walk, async ({ page }) => {
  await page.goto('/add')
  await page.getByLabel('Amount').waitFor()
  await faultless(page)
})

test.serial('everybody can sign in', walk, async ({ page }) => {
  await page.context().clearCookies()
  await page.goto('/')
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await faultless(page)
})
