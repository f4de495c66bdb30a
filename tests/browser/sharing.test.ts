import test from 'ava'
import assert from 'node:assert/strict'
import type { BrowserContext, Page } from 'playwright-core'
import { accessible } from './accessible.ts'
import { desktop, phone, visit, type Visit } from './browser.ts'
import { addByKeyboard, ana, ben, record, register, type Person } from './people.ts'
import { storiesOn } from './story.ts'

const cleo = { name: 'Cleo Marchetti', email: 'cleo@example.org', password: 'horse staple battery' }
const coffee = { description: 'Coffee', category: 'Groceries', date: '2026-11-23', currency: 'EUR' }
const story = storiesOn(async (page) => {
  await record(page, { ...coffee, amount: '16.50' })
  await register(page, ben)
  await register(page, cleo)
})

/** `who` in a browser of their own, beside the one of the story. */
async function beside(context: BrowserContext, page: Page, who: Person, screen = desktop): Promise<Visit> {
  const browser = context.browser()
  assert.ok(browser)
  const visited = await visit(browser, new URL(page.url()).origin, screen, who)
  await visited.page.getByRole('heading', { name: 'Expenses', exact: true }).waitFor()
  return visited
}

const toSettings = (page: Page) => page.getByRole('link', { name: 'Settings' }).first().click()
async function share(page: Page, { email }: Person, role: string) {
  const form = page.locator('#sharing form')
  await form.getByLabel('E-mail address').fill(email)
  await form.getByLabel('What they may do').selectOption(role)
  await form.getByRole('button', { name: 'Share the ledger' }).click()
}
async function stopSharing(page: Page, { name }: Person) {
  await page.getByRole('button', { name: `Stop sharing with ${name}` }).click()
  await page.getByText(`${name} no longer sees your ledger`).first().waitFor()
}
async function switchTo(page: Page, ledger: string) {
  await page.getByRole('button', { name: /change to another ledger/ }).click()
  await page.getByRole('button', { name: ledger, exact: true }).click()
}

test.serial(
  'what is shared is seen at once, changed by an editor, and gone when it is taken back',
  story,
  desktop,
  async ({ page, context }) => {
    const other = await beside(context, page, ben)
    assert.equal(await other.page.getByRole('button', { name: /change to another ledger/ }).count(), 0)
    await toSettings(page)
    await page.getByText('Your ledger is shared with nobody.').waitFor()
    await share(page, { ...ben, email: 'nobody@example.org' }, 'Look')
    await page.locator('#sharing .field-error', { hasText: 'Nobody here has this e-mail address' }).waitFor()
    await accessible(page)
    await share(page, ana, 'Look')
    await page.locator('#sharing .field-error', { hasText: 'This is your own address' }).waitFor()
    await share(page, ben, 'Look')
    await page.getByText('Ben Okafor may look at your ledger now').waitFor()

    await switchTo(other.page, 'Ana Novak’s ledger')
    const row = other.page.getByRole('row', { name: 'Coffee' })
    await row.waitFor()
    await other.page.getByText('you may look', { exact: false }).waitFor()
    await accessible(other.page)
    const add = other.page.getByRole('button', { name: 'Add', exact: false }).first()
    assert.ok(await add.isDisabled())
    await other.page.keyboard.press('n')
    await row.getByRole('button', { name: /Actions/ }).click()
    await other.page.getByRole('button', { name: 'Open', exact: true }).waitFor()
    assert.equal(await other.page.getByRole('button', { name: 'Delete', exact: true }).count(), 0)
    await other.page.getByRole('button', { name: 'Open', exact: true }).click()
    await other.page.getByRole('dialog').getByText('Ana Novak').first().waitFor()
    assert.equal(await other.page.getByRole('dialog').getByLabel('Amount').count(), 0)
    await other.page.keyboard.press('Escape')
    await other.page.getByRole('link', { name: 'Overview' }).click()
    await other.page.getByText('€16.50').first().waitFor()
    assert.equal(await other.page.getByRole('heading', { name: 'Latest changes' }).count(), 0)

    await page.getByLabel('What Ben Okafor may do').selectOption('Change')
    await page.getByText('Ben Okafor may change your ledger now').waitFor()
    await other.page.getByText('you may change it').waitFor()
    await other.page.getByRole('link', { name: 'Expenses', exact: true }).click()
    await addByKeyboard(other.page, '9', 'Groceries', 'Tea')
    await other.page.getByRole('row', { name: 'Tea' }).waitFor()

    await stopSharing(page, ben)
    await other.page.getByText('That ledger is not shared with you').waitFor()
    await other.page.getByRole('row', { name: 'Tea' }).waitFor({ state: 'detached' })
    await other.page.getByRole('button', { name: /change to another ledger/ }).waitFor({ state: 'detached' })
    assert.ok(!other.page.url().includes('user='))
    // What was on its way when it was taken back is refused.
    const complaints = other.complaints.filter((complaint) => !complaint.includes('status of 403'))
    assert.deepEqual(complaints, [])
    await page.getByRole('button', { name: 'Undo' }).first().click()
    await other.page.getByRole('button', { name: /change to another ledger/ }).waitFor()
    await stopSharing(page, ben)
    await other.close()
    await page.getByRole('link', { name: 'Expenses', exact: true }).click()
    await page.getByRole('row', { name: 'Tea' }).waitFor()
  },
)

test.serial('an auditor reads what happened, on a phone, and leaves', story, desktop, async ({ page, context }) => {
  const other = await beside(context, page, ben, phone)
  await toSettings(page)
  await share(page, ben, 'Audit')
  await page.getByText('Ben Okafor may audit your ledger now').waitFor()
  await other.page.goto('/')
  await other.page.getByRole('button', { name: 'More', exact: true }).click()
  await switchTo(other.page, 'Ana Novak’s ledger')
  await other.page.getByText('you may look, also at its activity').waitFor()
  await other.page.getByRole('heading', { name: 'Latest changes' }).waitFor()
  await accessible(other.page)
  await other.page.getByRole('button', { name: 'More', exact: true }).click()
  await other.page.getByRole('link', { name: 'Activity' }).click()
  await other.page.getByText('Coffee').first().waitFor()
  await accessible(other.page)
  await other.page.getByRole('button', { name: 'Back to my own' }).click()
  await other.page.getByText('Coffee').first().waitFor({ state: 'detached' })
  await other.page.goto('/settings')
  await other.page.getByRole('button', { name: 'Leave Ana Novak’s ledger' }).click()
  await accessible(other.page)
  await other.page.getByRole('dialog').getByRole('button', { name: 'Leave', exact: true }).click()
  await other.page.getByText('You have left Ana Novak’s ledger').waitFor()
  await page.getByText('Your ledger is shared with nobody.').waitFor()
  assert.deepEqual(other.complaints, [])
  await other.close()
})

test.serial('somebody is erased for ever by their name', story, desktop, async ({ page }) => {
  await page.getByRole('link', { name: 'Profiles' }).click()
  await page.getByRole('switch', { name: 'Show deleted' }).check()
  await page.getByRole('button', { name: 'Actions for Cleo Marchetti' }).click()
  await page.getByRole('button', { name: 'Erase for ever' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/Type/).fill('Cleo')
  await dialog.getByRole('button', { name: 'Erase for ever' }).click()
  await dialog.locator('.field-error', { hasText: 'This is not “Cleo Marchetti”' }).waitFor()
  await accessible(page)
  await dialog.getByLabel(/Type/).fill('cleo marchetti')
  await dialog.getByRole('button', { name: 'Erase for ever' }).click()
  await page.getByText('Cleo Marchetti is erased').waitFor()
  const row = page.getByRole('listitem').filter({ hasText: 'Nothing is left but the figures' })
  await row.waitFor()
  assert.equal(await row.getByRole('button').count(), 0)
  await accessible(page)
})
