import { readFileSync } from 'node:fs'
import test from 'ava'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { accessible } from './accessible.ts'
import { desktop } from './browser.ts'
import { record } from './people.ts'
import { storiesOn } from './story.ts'

const bank = join(import.meta.dirname, '../samples/bank-windows-1252.csv')
const bread = { description: 'Brötchen', category: 'Food', date: '2026-11-02', amount: '4.80', currency: 'EUR' }
const story = storiesOn(async (page) => void (await record(page, bread)))

/** Drops the file at `path` beside the box for it. */
async function drop(page: Page, path: string): Promise<void> {
  const bytes = JSON.stringify([...readFileSync(path)])
  const dataTransfer = await page.evaluateHandle(`(() => {
    const dropped = new DataTransfer()
    dropped.items.add(new File([Uint8Array.from(${bytes})], 'bank-windows-1252.csv'))
    return dropped
  })()`)
  await page.getByRole('heading', { name: 'Import' }).dispatchEvent('drop', { dataTransfer })
}

test.serial(
  'a bank’s file is looked at row by row, recorded as one, and taken back',
  story,
  desktop,
  async ({ page }) => {
    await page.getByRole('link', { name: 'Import' }).click()
    await page.getByRole('heading', { name: 'Import' }).waitFor()
    await page.getByLabel('Choose a file').setInputFiles(bank)
    await page.getByText('5 of the first 8 lines have 3 of them').waitFor()
    await accessible(page)
    // One is in the ledger already, of the two that are alike; what came in is no expense.
    await page.getByRole('row', { name: /Double: The ledger has one just like it/ }).waitFor()
    await page.getByRole('button', { name: 'Record 2 expenses' }).waitFor()
    await page.getByRole('button', { name: /^No expenses 1/ }).click()
    await page.getByRole('row', { name: /Gehalt/ }).waitFor()
    await page.getByRole('button', { name: /^All 4/ }).click()
    await page.getByLabel('Description').selectOption('Empfänger')
    await page.getByRole('row', { name: /Vermieter/ }).waitFor()
    await page.getByLabel('Category of rows that name none').fill('Bank')
    await page.keyboard.press('Tab')
    await page.getByRole('row', { name: /Vermieter Bank/ }).waitFor()
    await page.getByRole('button', { name: /^Record \d expenses/ }).click()
    await page.getByText(/^Recorded \d expenses/).waitFor()
    await page.getByRole('row', { name: /Vermieter/ }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText(/^Took \d expenses back/).waitFor()
    await page.getByRole('row', { name: /Vermieter/ }).waitFor({ state: 'detached' })

    await page.goto(new URL('/import', page.url()).href)
    await drop(page, bank)
    await page.getByText('It is read as last time (bank windows).').waitFor()
    await page.getByRole('row', { name: /Vermieter .* Bank/ }).waitFor()
  },
)
