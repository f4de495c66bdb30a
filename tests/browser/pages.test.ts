import test from 'ava'

import { desktop, phone } from './browser.ts'
import { ana, ben, record } from './people.ts'
import { storiesOn } from './story.ts'

const story = storiesOn(async (page) => {
  const coffee = { description: 'Coffee', category: 'Groceries', date: '2026-11-23', currency: 'EUR' }
  await record(page, { ...coffee, amount: '16.50' })
})

test.serial(
  'an admin adds a profile, changes it, deletes it by its name and restores it',
  story,
  desktop,
  async ({ page }) => {
    await page.getByRole('link', { name: 'Profiles' }).click()
    await page.getByRole('listitem').filter({ hasText: '€16.50 1 expense' }).waitFor()
    await page.getByRole('button', { name: 'Add a profile' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'Name: Must not be empty' }).click()
    await page.keyboard.type(ben.name)
    await page.getByLabel('E-mail address').fill(ben.email)
    await page.getByLabel('Password').fill(ben.password)
    await page.getByRole('dialog').getByLabel('Currency').selectOption('CHF')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Ben Okafor has a profile now').waitFor()

    await page.getByRole('button', { name: 'Actions for Ben Okafor' }).click()
    await page.getByRole('button', { name: 'Change the profile' }).click()
    await page.getByLabel('Role').selectOption('Admin')
    await page.getByRole('button', { name: 'Save' }).click()
    const row = page.getByRole('listitem').filter({ hasText: ben.email })
    await row.getByText('Admin').waitFor()
    await page.getByRole('button', { name: 'Actions for Ben Okafor' }).click()
    await page.getByRole('button', { name: 'Change the profile' }).click()
    await page.getByLabel('Role').selectOption('Member')
    await page.getByRole('button', { name: 'Save' }).click()
    await row.getByText('Admin').waitFor({ state: 'detached' })

    await page.getByRole('button', { name: 'Actions for Ben Okafor' }).click()
    await page.getByRole('button', { name: 'Delete the profile' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(/Type/).fill('Ben')
    await dialog.getByRole('button', { name: 'Delete the profile' }).click()
    await dialog.locator('.field-error', { hasText: 'This is not “Ben Okafor”' }).waitFor()
    await dialog.getByLabel(/Type/).fill('ben okafor')
    await dialog.getByRole('button', { name: 'Delete the profile' }).click()
    await row.waitFor({ state: 'detached' })

    await page.getByRole('switch', { name: 'Show deleted' }).check()
    await row.getByRole('button', { name: 'Restore' }).click()
    await page.getByText('Ben Okafor is back, with all expenses').waitFor()
    await page.getByRole('button', { name: 'Actions for Ben Okafor' }).click()
    await page.getByRole('button', { name: 'Show the expenses' }).click()
    await page.getByRole('heading', { name: 'Nothing here yet' }).waitFor()
  },
)

test.serial('one changes one’s own profile and what the page looks like', story, desktop, async ({ page }) => {
  await page.getByRole('link', { name: ana.name }).click()
  await page.getByLabel('Name').fill('Ana Lindqvist')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Ana Lindqvist is saved').waitFor()
  await page.getByLabel('Appearance').selectOption('Dark')
  await page.locator('html[data-bs-theme=dark]').waitFor()
  await page.reload()
  await page.locator('html[data-bs-theme=dark]').waitFor()
  await page.getByRole('button', { name: /Dark/ }).click()
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.getByRole('button', { name: /Automatic/ }).click()
  await page.locator('html[data-bs-theme=light]').waitFor()
  await page.getByRole('button', { name: /Light/ }).click()
  await page.locator('html[data-bs-theme=dark]').waitFor()
})

test.serial('categories are renamed, coloured, archived and brought back', story, desktop, async ({ page }) => {
  await page.getByRole('link', { name: 'Categories' }).click()
  await page.getByRole('button', { name: 'Change Groceries' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Food')
  await page.getByRole('radio', { name: 'Green' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.locator('.colour:has([aria-label=Teal]:checked)').waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Food is saved').waitFor()
  await page.getByRole('button', { name: 'Add a category' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('FOOD')
  await page.getByLabel('Another colour').fill('#123456')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.locator('.field-error', { hasText: 'There is a category of this name already' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Archive Food' }).click()
  await page.getByText('No categories yet.').waitFor()
  await page.getByText('Archived (1)').click()
  await page.getByRole('button', { name: 'Bring Food back' }).click()
  await page.getByRole('button', { name: 'Archive Food' }).waitFor()
})

test.serial('each page says where one is, also one that is not there', story, desktop, async ({ page }) => {
  const titles = {
    '/': 'Overview',
    '/expenses': 'Expenses',
    '/categories': 'Categories',
    '/profiles': 'Profiles',
    '/settings': 'Your profile',
  }
  for (const [path, title] of Object.entries(titles)) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.waitForFunction(`document.title === '${title} · Expense Ledger'`)
  }
  await page.goto('/nowhere')
  await page.getByRole('heading', { name: 'Not here' }).waitFor()
  await page.getByRole('link', { name: 'To the expenses' }).click()
  await page.locator('h1:focus', { hasText: 'Expenses' }).waitFor()
  await page.keyboard.press('Shift+Tab')
  await page.getByRole('link', { name: 'Skip to the content' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('main:focus').waitFor()
})

test.serial('the focus returns to what opened a form', story, desktop, async ({ page }) => {
  await page.getByRole('button', { name: 'Coffee', exact: true }).press('Enter')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.locator('.row-open:focus').waitFor()
  await page.getByRole('button', { name: 'Actions for Coffee' }).press('Enter')
  await page.keyboard.press('Escape')
  await page.locator('button:focus', { has: page.locator('svg.bi-three-dots') }).waitFor()
})

test.serial(
  'a member on a phone sees no profiles',
  story,
  phone,
  async ({ page }) => {
    await page.getByRole('heading', { name: 'Nothing here yet' }).waitFor()
    await page.goto('/profiles')
    await page.getByRole('heading', { name: 'Not here' }).waitFor()
    await page.getByRole('link', { name: 'Profiles' }).waitFor({ state: 'hidden' })
  },
  ben,
)
