import assert from 'node:assert/strict'
import test from 'ava'
import { desktop, phone } from './browser.ts'
import { addByKeyboard, ana, begin, signIn } from './people.ts'
import { storiesOfNewUsers } from './story.ts'

const story = storiesOfNewUsers()

test('a new user on a desktop', story, desktop, async ({ page }) => {
  await begin(page, ana)

  await addByKeyboard(page, '12,50+4', 'Groceries', 'Coffee beans')
  const coffee = page.getByRole('row', { name: 'Coffee beans' })
  await coffee.getByRole('cell', { name: '16.50', exact: true }).waitFor()
  await page.getByRole('status').getByText('Saved €16.50 for Coffee beans, Groceries, 23 Nov').waitFor()
  await addByKeyboard(page, '3.40', 'gro', 'Apples')
  await page.getByRole('row', { name: '2 expenses in November 2026 19.90' }).waitFor()

  await coffee.getByRole('button', { name: 'Coffee beans', exact: true }).click()
  await page.getByRole('dialog').getByLabel('Amount').fill('17')
  await page.keyboard.press('Enter')
  await page.getByText('Amount changed to €17.00').waitFor()
  await page.getByRole('row', { name: '2 expenses in November 2026 20.40' }).waitFor()

  await page.getByRole('button', { name: 'Actions for Coffee beans' }).click()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await page.getByRole('row', { name: '1 expense in November 2026 3.40' }).waitFor()
  const deleted = page.locator('.toast-line', { hasText: 'Deleted Coffee beans' })
  await deleted.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('row', { name: '2 expenses in November 2026 20.40' }).waitFor()

  await page.getByRole('link', { name: 'Categories' }).click()
  await page.getByRole('heading', { name: 'Categories' }).waitFor()
  await page.getByRole('button', { name: 'Add a category' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Books')
  await page.keyboard.press('Enter')
  await page.getByRole('row', { name: /^Books/ }).waitFor()

  await page.keyboard.press('n')
  await page.getByRole('dialog').getByLabel('Amount').fill('7')
  await page.reload()
  await page.getByText('You were adding an expense: 7').waitFor()
  const kept = () => page.evaluate<string[]>(`Object.keys(localStorage).filter((name) => /^(draft|adding)/.test(name))`)
  assert.equal((await kept()).length, 1)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  assert.deepEqual(await kept(), [])
  await page.goto('/expenses')
  await signIn(page, ana)
  await page.getByRole('row', { name: '2 expenses in November 2026 20.40' }).waitFor()
})

test('a new user on a phone', story, phone, async ({ page }) => {
  await begin(page, ana)

  await page.getByRole('button', { name: 'Add your first expense' }).tap()
  await page.getByLabel('Amount').fill('12.50')
  await page.getByRole('combobox', { name: 'Category' }).fill('Groceries')
  await page.getByRole('option', { name: 'New: Groceries' }).tap()
  await page.getByLabel('What for').fill('Coffee beans')
  await page.getByRole('button', { name: 'Yesterday' }).tap()
  await page.getByRole('button', { name: 'Save €12.50' }).tap()
  const coffee = page.getByRole('button', { name: /Coffee beans Groceries/ })
  await page.getByRole('heading', { name: 'Sunday 22 November 12.50' }).waitFor()

  await coffee.tap()
  await page.getByRole('dialog').getByLabel('What for').fill('Coffee and tea')
  await page.getByRole('button', { name: 'Save the changes' }).tap()
  const tea = page.getByRole('button', { name: /Coffee and tea Groceries/ })
  await tea.tap()
  await page.getByRole('button', { name: 'Delete this expense' }).tap()
  await page.getByRole('heading', { name: /No expenses|Nothing/ }).waitFor()
  const deleted = page.locator('.toast-line', { hasText: 'Deleted Coffee and tea' })
  await deleted.getByRole('button', { name: 'Undo' }).tap()
  await tea.waitFor()

  await page.goto('/categories')
  await page.getByRole('button', { name: 'Add a category' }).tap()
  await page.getByRole('dialog').getByLabel('Name').fill('Books')
  await page.getByRole('button', { name: 'Save' }).tap()
  await page.getByRole('row', { name: /^Books/ }).waitFor()

  await page.getByRole('button', { name: 'More', exact: true }).tap()
  await page.getByRole('button', { name: 'Sign out' }).tap()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.goto('/expenses')
  await signIn(page, ana)
  await tea.waitFor()
})

test('a new user who wants something to look at first', story, desktop, async ({ page }) => {
  await begin(page, ana)
  await page.getByRole('button', { name: 'Load sample data' }).click()
  // These are more commands than anybody else gives at once.
  await page.getByText(/^Added 1200 expenses of 3 people/).waitFor({ timeout: 60_000 })
  await page.getByRole('row', { name: /^\d+ expenses in/ }).waitFor()
})
