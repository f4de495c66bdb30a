import type { Page } from 'playwright-core'
import type { Expense } from '../../src/web/api.ts'
import { until } from './until.ts'

/** What a screenshot is made of, and how one comes to it, whatever was shown before. */
export type Screen = { name: string; show: (page: Page) => Promise<unknown> }

/** Until nothing is fetched any more. */
const settled = (page: Page) => until(async () => (await page.locator('[aria-busy=true], .skeleton').count()) === 0)

/** The page at `address`, once `there` is on it. */
function at(name: string, address: string, there: (page: Page) => Promise<unknown>): Screen {
  return {
    name,
    async show(page) {
      await page.goto(address)
      await there(page)
      await settled(page)
    },
  }
}
const heading = (name: string) => (page: Page) => page.getByRole('heading', { name }).waitFor()
const listed = (page: Page) => page.locator('.results[aria-busy=false] :is(.expenses, .cards)').first().waitFor()
const expenses = at('expenses', '/expenses', listed)

async function adding(page: Page): Promise<void> {
  // What was typed for another screenshot.
  await page.evaluate('localStorage.clear()')
  await expenses.show(page)
  await page.keyboard.press('n')
  await page.getByRole('dialog').getByLabel('Amount').fill('12,50+4')
  await page.getByRole('option', { name: 'Groceries' }).last().click()
  await page.getByLabel('What for').fill('Coffee beans')
}

/** One of the latest expenses, once it was changed, deleted and restored. */
async function eventful({ request }: Page): Promise<string> {
  const { items } = (await (await request.get('/api/expenses?currency=EUR&limit=10')).json()) as { items: Expense[] }
  const { id, version } = items.find((expense) => expense.version > 3) ?? items[2]!
  if (version > 3) return id
  await request.patch(`/api/expenses/${id}`, { data: { description: 'Train to Basel, first class' } })
  await request.delete(`/api/expenses/${id}`)
  await request.post(`/api/expenses/${id}/restore`)
  await request.patch(`/api/expenses/${id}`, { data: { amount: '54', category: 'Transport' } })
  return id
}

/** What a bank may write. */
const statement = `Buchungstag;Verwendungszweck;Betrag
23.11.2026;Bäckerei Lindner;-4,80
22.11.2026;Stadtwerke Strom;-61,40
21.11.2026;Gehalt;2.950,00
20.11.2026;Apotheke am Markt;-12,95
`

export const firstRun = at('first-run', '/', heading('Begin your ledger'))
export const empty = at('empty', '/expenses', heading('Nothing here yet'))
export const ofDemo: readonly Screen[] = [
  expenses,
  at('overview', '/', heading('By month')),
  {
    name: 'as-known-then',
    async show(page) {
      const head = (await page.request.get('/api/expenses?limit=1')).headers()['ledger-position']
      await at('', `/?asOf=${Number(head) - 60}`, heading('By month')).show(page)
    },
  },
  at('reports', '/reports?period=all', heading('Reports')),
  at('statement', '/reports?report=statement', heading('Reports')),
  at('changes', '/reports?report=changes&since=900&period=all', heading('Reports')),
  at('activity', '/activity', heading('Activity')),
  {
    name: 'history',
    async show(page) {
      await page.goto(`/expenses?expense=${await eventful(page)}&tab=history`)
      await page.getByRole('dialog').getByText('recorded it').waitFor()
      await page.getByRole('dialog').getByText('Proved unchanged').waitFor()
      await settled(page)
    },
  },
  at('admin', '/admin', (page) =>
    page
      .getByRole('row', { name: /expenses/i })
      .first()
      .waitFor(),
  ),
  at('all-time', '/expenses?period=all&user=all&deleted=all', listed),
  at('nothing-found', '/expenses?q=zeppelin', heading('No expense matches')),
  at('categories', '/categories', (page) => page.getByRole('button', { name: 'Actions for Groceries' }).waitFor()),
  {
    name: 'category',
    async show(page) {
      await page.goto('/categories')
      await page.getByRole('button', { name: 'Actions for Groceries' }).click()
      await page.getByRole('button', { name: 'Change', exact: true }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'import',
    async show(page) {
      await page.goto('/import')
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'bank.csv', mimeType: 'text/csv', buffer: Buffer.from(statement) })
      await page.getByRole('button', { name: /^Record/ }).waitFor()
      await settled(page)
    },
  },
  at('access-log', '/admin/access', heading('Access log')),
  at('profiles', '/profiles', (page) => page.locator('.row-figures .num').nth(2).waitFor()),
  at('settings', '/settings', (page) => page.getByRole('combobox', { name: 'Appearance' }).waitFor()),
  { name: 'add', show: adding },
  {
    name: 'saved',
    async show(page) {
      await adding(page)
      await page.getByRole('button', { name: 'Save €16.50' }).click()
      await page.getByText('Saved €16.50').waitFor()
      await settled(page)
    },
  },
  {
    name: 'errors',
    async show(page) {
      await expenses.show(page)
      await page.keyboard.press('n')
      await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  at('adding-alone', '/add', (page) => page.getByLabel('Amount').waitFor()),
  {
    name: 'sign-in',
    async show(page) {
      await page.context().clearCookies()
      await page.goto('/')
      await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    },
  },
]

/** Long names, huge amounts, forty categories and text from right to left. */
export const ofExtremes: readonly Screen[] = [
  at('extremes', '/expenses?period=all', listed),
  at('extremes-overview', '/?period=all', heading('By category')),
  at('extremes-categories', '/categories?period=all', heading('Categories')),
  at('extremes-activity', '/activity', heading('Activity')),
  at('extremes-reports', '/reports?period=all', heading('Reports')),
  at('extremes-profiles', '/profiles', (page) => page.locator('.row-line').nth(2).waitFor()),
  {
    name: 'extremes-expense',
    async show(page) {
      await page.goto('/expenses?period=all&q=Donau')
      await page.locator(':is(.row-open, .card-row)').first().click()
      await page.getByRole('dialog').getByLabel('Amount').waitFor()
      await settled(page)
    },
  },
  {
    name: 'extremes-add',
    async show(page) {
      await page.goto('/add')
      await page.getByLabel('Amount').fill('9999999999999.99')
    },
  },
]
