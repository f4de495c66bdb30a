import type { Page } from 'playwright-core'

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
