import assert from 'node:assert/strict'
import type { APIResponse, BrowserContext, Page } from 'playwright-core'
import { Expense, User } from '../../src/web/api.ts'

// What people do, in the words that they see.

export const ana = { name: 'Ana Novak', email: 'ana@example.org', password: 'correct horse battery' }
export const ben = { name: 'Ben Okafor', email: 'ben@example.org', password: 'staple correct horse' }
export type Person = typeof ana

export async function begin(page: Page, { name, email, password }: Person): Promise<void> {
  await page.getByRole('heading', { name: 'Begin your ledger' }).waitFor()
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByLabel('Currency').selectOption('EUR')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Nothing here yet' }).waitFor()
}

export async function signIn(page: Page, { email, password }: Person): Promise<void> {
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Expenses', exact: true }).waitFor()
}

/** Signs in past the page, which costs no page: what is opened in `context` from now on is theirs. */
export async function enter({ request }: BrowserContext, { email, password }: Person): Promise<void> {
  const answer = await request.post('/api/session', { data: { email, password } })
  assert.ok(answer.ok(), `${email} is not let in: ${answer.status()}`)
}

/** Adds an expense by keyboard alone, beginning anywhere on the page. */
export async function addByKeyboard(page: Page, amount: string, category: string, description: string): Promise<void> {
  await page.keyboard.press('n')
  await page.getByRole('dialog').getByLabel('Amount').waitFor()
  await page.keyboard.type(amount)
  await page.keyboard.press('Tab')
  await page.keyboard.type(category)
  await page.keyboard.press('Tab')
  await page.keyboard.type(description)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** Pastes `text` where the focus is. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(`
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', ${JSON.stringify(text)})
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  `)
}

/** Records an expense past the page, as whoever is signed in there; the page's next look at the list has it. */
export async function record(page: Page, data: object): Promise<Expense> {
  const answer = await page.request.post('/api/expenses', { data })
  await seen(page, '/api/expenses', answer)
  return Expense.parse(await answer.json())
}

/** Makes a profile past the page, as the admin who is signed in there. */
export async function register(page: Page, data: Person): Promise<User> {
  const answer = await page.request.post('/api/users', { data })
  await seen(page, '/api/users', answer)
  return User.parse(await answer.json())
}

/** Until `list` shows what `answer` is about: the page was not told its position. */
async function seen(page: Page, list: string, answer: APIResponse): Promise<void> {
  const headers = { 'Ledger-Position': answer.headers()['ledger-position'] ?? '' }
  await page.request.get(`${list}?limit=1`, { headers })
}
