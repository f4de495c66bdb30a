import test from 'ava'
import { Preferences, SessionList, User } from '../../src/web/api.ts'
import { shown, wrong } from '../web/server/second-factor/authenticator.ts'
import { desktop, phone } from './browser.ts'
import { ana, ben, record, register } from './people.ts'
import { storiesOn } from './story.ts'

const coffee = { description: 'Coffee', category: 'Groceries', date: '2026-11-03', currency: 'EUR' }
const carla = { name: 'Carla Rossi', email: 'carla@example.org', password: 'horse staple battery' }
const story = storiesOn(async (page) => {
  await record(page, { ...coffee, amount: '1234.5' })
  await register(page, ben)
  await register(page, carla)
})

test.serial(
  'formats are chosen once and hold everywhere, at once and on the next visit',
  story,
  desktop,
  async ({ page }) => {
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByText('23 Nov 2026 · Monday 23 November').waitFor()
    await page.getByLabel('Language and region').selectOption('Deutsch (Deutschland)')
    await page.getByText('1.234,00 €').waitFor()
    await page.getByRole('combobox', { name: 'Dates' }).selectOption('As in ISO 8601, year first')
    await page.getByText('2026-11-23 · Montag, 23. November').waitFor()
    await page.getByLabel('First day of the week').selectOption('Sonntag')
    await page.getByLabel('Currency of new expenses').selectOption('JPY')
    await page.getByText('1.234 ¥').waitFor()
    await page.getByRole('link', { name: 'Expenses', exact: true }).click()
    await page.getByRole('row', { name: 'Coffee' }).getByText('2026-11-03').waitFor()
    await page.reload()
    await page.getByRole('row', { name: 'Coffee' }).getByText('1.234,50').waitFor()
    await page.keyboard.press('n')
    await page.getByRole('dialog').locator('option[value=JPY]:checked').waitFor({ state: 'attached' })
    await page.keyboard.press('Escape')

    const me = User.parse(await (await page.request.get('/api/session')).json())
    const path = `/api/users/${me.id}/preferences`
    const kept = Preferences.parse(await (await page.request.get(path)).json())
    const { locale, dateStyle, firstDayOfWeek, defaultCurrency } = kept
    if (`${locale} ${dateStyle} ${firstDayOfWeek} ${defaultCurrency}` !== 'de-DE iso 7 JPY')
      throw new Error(JSON.stringify(kept))
    await page.request.put(path, { data: {} })
  },
)

test.serial('a choice that cannot be kept is taken back, and one is told', story, desktop, async ({ page }) => {
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.route('**/preferences', (route) => route.abort())
  await page.getByRole('combobox', { name: 'Dates' }).selectOption('In numbers')
  await page.getByText('The ledger could not be reached').waitFor()
  await page.getByText('23 Nov 2026 · Monday 23 November').waitFor()
})

test.serial('a token is made, shown once, and ended', story, phone, async ({ page }) => {
  await page.goto('/settings')
  await page.getByText('No tokens yet.').waitFor()
  await page.getByRole('button', { name: 'Make a token' }).tap()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Make a token' }).tap()
  await dialog.getByRole('button', { name: /Must not be empty/ }).waitFor()
  await dialog.getByLabel('What it is for').fill('Phone')
  await dialog.getByLabel('What it may do').selectOption('Read and write')
  await dialog.getByRole('button', { name: 'Make a token' }).tap()
  const token = await dialog.getByLabel('Token', { exact: true }).inputValue()
  const headers = { Authorization: `Bearer ${token}` }
  if (!(await page.request.get('/api/expenses', { headers })).ok()) throw new Error('The token is worth nothing')
  await dialog.getByRole('button', { name: 'Done' }).tap()
  await page
    .getByRole('listitem')
    .filter({ hasText: /Phone.*Read and write/ })
    .waitFor()
  await page.getByRole('button', { name: 'End the token “Phone”' }).tap()
  await dialog.getByRole('button', { name: 'End' }).tap()
  await page.getByText('No tokens yet.').waitFor()
})

test.serial(
  'one sees where one is signed in and ends it; a new password ends all others',
  story,
  desktop,
  async ({ page, context }) => {
    await page.getByRole('link', { name: 'Settings' }).click()
    await page
      .getByRole('listitem')
      .filter({ hasText: /This browser.*Now/ })
      .waitFor()
    const others = page.getByRole('listitem').filter({ hasText: 'Another browser' })
    await others
      .first()
      .getByRole('button', { name: /End the session/ })
      .click()
    await page.getByText('The session has ended').waitFor()

    await page.getByLabel('Present password').fill('this is not it')
    await page.getByLabel('New password').fill('a very new password')
    await page.getByRole('button', { name: 'Change the password' }).click()
    await page.locator('.field-error', { hasText: 'This is not your password' }).waitFor()
    await page.getByLabel('Present password').fill(ana.password)
    await page.getByRole('button', { name: 'Change the password' }).click()
    await page.getByText('Your password is changed').waitFor()
    await others.first().waitFor({ state: 'detached' })
    const { items } = SessionList.parse(await (await page.request.get('/api/sessions')).json())
    if (items.length !== 1) throw new Error(`${items.length} sessions are left`)

    await page.getByLabel('Present password').fill('a very new password')
    await page.getByLabel('New password').fill(ana.password)
    const changed = page.waitForResponse((answer) => answer.url().endsWith('/password'))
    await page.getByRole('button', { name: 'Change the password' }).click()
    if (!(await changed).ok()) throw new Error('The password is not what it was')
    await context.clearCookies()
  },
)

test.serial('who does without single keys is left alone by them', story, desktop, async ({ page }) => {
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('switch', { name: 'Single keys are shortcuts' }).uncheck()
  await page.getByRole('heading', { level: 1 }).focus()
  await page.keyboard.press('n')
  await page.keyboard.press('?')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: /Find a page/ }).waitFor()
  await page.keyboard.type('shortcuts')
  await page.keyboard.press('Enter')
  await page.getByText('Single keys are switched off').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('switch', { name: 'Single keys are shortcuts' }).check()
  await page.getByRole('heading', { level: 1 }).focus()
  await page.keyboard.press('?')
  await page.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor()
})

test.serial('all of one’s expenses are had as a file', story, desktop, async ({ page }) => {
  await page.getByRole('link', { name: 'Settings' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Expenses as CSV' }).click()
  const name = (await download).suggestedFilename()
  if (!/^expenses-.*\.csv$/.test(name)) throw new Error(name)
})

test.serial(
  'a member can make no admin’s token',
  story,
  desktop,
  async ({ page }) => {
    await page.goto('/settings')
    await page.getByRole('button', { name: 'Make a token' }).click()
    const scopes = await page.getByRole('dialog').getByLabel('What it may do').locator('option').allTextContents()
    if (scopes.join() !== 'Read,Read and write') throw new Error(scopes.join())
  },
  ben,
)

test.serial(
  'a second factor is turned on with an app; from then on signing in takes its code, or a recovery code',
  story,
  phone,
  async ({ page, context }) => {
    const dialog = page.getByRole('dialog')
    const own = async (button: string) => {
      await dialog.getByLabel('Present password').fill(carla.password)
      await dialog.getByRole('button', { name: button }).tap()
    }
    await page.goto('/settings')
    await page.getByText('the password alone signs you in').waitFor()
    await page.getByRole('button', { name: 'Turn on' }).tap()
    await own('Go on')
    await dialog.getByRole('img', { name: 'QR code' }).waitFor()
    const link = await dialog.getByRole('link', { name: 'Or open the app' }).getAttribute('href')
    const secret = new URL(link ?? '').searchParams.get('secret') ?? ''
    await dialog.getByLabel('What the app shows now').fill(wrong(secret))
    await dialog.getByRole('button', { name: 'Turn on' }).tap()
    await dialog.locator('.field-error', { hasText: 'This is not the code' }).waitFor()
    await dialog.getByLabel('What the app shows now').fill(shown(secret))
    await dialog.getByRole('button', { name: 'Turn on' }).tap()
    const kept = dialog.locator('.recovery-codes code')
    await kept.first().waitFor()
    const codes = await kept.allTextContents()
    if (codes.length !== 10) throw new Error(`${codes.length} recovery codes`)
    await dialog.getByRole('button', { name: 'I have kept them' }).tap()
    await page.getByText('10 are left').waitFor()

    await context.clearCookies()
    await page.reload()
    await page.getByLabel('E-mail address').fill(carla.email)
    await page.getByLabel('Password').fill(carla.password)
    await page.keyboard.press('Enter')
    await page.locator('#sign-in-code:focus').waitFor()
    await page.keyboard.type(wrong(secret))
    await page.keyboard.press('Enter')
    await page.locator('.field-error', { hasText: 'This code is wrong' }).waitFor()
    await page.getByRole('button', { name: 'Use a recovery code' }).tap()
    await page.getByLabel('Recovery code').fill(codes[0]!.toUpperCase())
    await page.keyboard.press('Enter')
    await page.getByText('9 are left').waitFor()

    // The code that turned it on is used up; this one has blanks, as apps show it and people copy it.
    const next = shown(secret, Date.now() + 30_000)
    await context.clearCookies()
    await page.reload()
    await page.getByLabel('E-mail address').fill(carla.email)
    await page.getByLabel('Password').fill(carla.password)
    await page.keyboard.press('Enter')
    await page.getByLabel('Code', { exact: true }).fill(next.replace(/^.../, '$& '))
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Turn off' }).tap()
    await own('Turn off')
    await page.getByText('the password alone signs you in').waitFor()
  },
  carla,
)

test.serial('an admin lets in who has lost their second factor', story, desktop, async ({ page }) => {
  await page.getByRole('link', { name: 'Profiles' }).click()
  await page.getByRole('button', { name: 'Actions for Carla Rossi' }).click()
  await page.getByRole('button', { name: 'Turn off the second factor' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Turn off the second factor' }).click()
  await page.getByText('Carla Rossi signs in with the password alone').waitFor()
})
