import test from 'ava'
import type { Page } from 'playwright-core'
import { desktop, phone } from './browser.ts'
import { ben, record, register } from './people.ts'
import { storiesOn } from './story.ts'
import { until } from './until.ts'

const story = storiesOn(async (page) => {
  const day = { date: '2026-11-20', currency: 'EUR' }
  await record(page, { ...day, description: 'Bread', category: 'Groceries', amount: '4.20' })
  await record(page, { ...day, description: 'Cheese', category: 'Groceries', amount: '20.00', date: '2026-11-19' })
  await record(page, { ...day, description: 'Dinner', category: 'Eating out', amount: '84.00' })
  await record(page, { ...day, description: 'Sushi', category: 'Eating out', amount: '2500', currency: 'JPY' })
  await record(page, { ...day, description: 'Pumpkin', category: 'Groceries', amount: '6.00', date: '2026-10-31' })
  const { id } = await register(page, ben)
  await record(page, { ...day, userId: id, description: 'Shoes', category: 'Clothes', amount: '89.90' })
})
const foot = (page: Page, text: string) => page.getByRole('row', { name: text }).waitFor()
const box = (page: Page) => page.getByRole('combobox', { name: 'Search and filter' })
const chips = (page: Page) => page.getByRole('list', { name: 'Filter' })
const typed = (page: Page, text: string) =>
  until(async () => (await page.getByRole('combobox', { name: 'Search and filter' }).inputValue()) === text)
const said = (page: Page, search: string) => page.waitForURL((url) => url.search === search)

test.serial('tokens become chips as they are typed, and the address keeps them', story, desktop, async ({ page }) => {
  await page.keyboard.press('/')
  await page.keyboard.type('amount>=20 amount<84 ')
  await foot(page, '1 expense in November 2026 20.00')
  await chips(page).getByText('At least 20').waitFor()
  await chips(page).getByText('Under 84').waitFor()
  await page.keyboard.type('che')
  await said(page, '?q=che&min=20&max=83.9999')
  await page.reload()
  await foot(page, '1 expense in November 2026 20.00')
  await typed(page, 'che')
  await page.goBack()
  await said(page, '?min=20')
  await typed(page, '')
})

test.serial(
  'a chip is text again when it is clicked, and gone by its cross or Backspace',
  story,
  desktop,
  async ({ page }) => {
    await page.goto('/expenses?category=Groceries&currency=EUR')
    await foot(page, '2 expenses in November 2026 24.20')
    await page.getByRole('button', { name: 'Category: Groceries, change' }).click()
    await page.locator('input:focus').and(box(page)).waitFor()
    for (let letters = 'groceries'.length; letters > 0; letters -= 1) await page.keyboard.press('Backspace')
    await page.keyboard.type('eat')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await foot(page, '1 expense in November 2026 84.00')
    await page.getByRole('button', { name: 'Remove Category: Eating out' }).click()
    await foot(page, '3 expenses in November 2026 108.20')
    await page.locator('input:focus').and(box(page)).waitFor()
    await page.keyboard.press('Backspace')
    await said(page, '')
    await foot(page, '4 expenses in November 2026')
  },
)

test.serial('what is begun is completed, by keys and by pointer', story, desktop, async ({ page }) => {
  await box(page).click()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('option', { name: 'category: by category' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('option').first().waitFor({ state: 'hidden' })
  await page.keyboard.type('eat')
  await page.keyboard.press('ArrowDown')
  await page.locator('[role=option][aria-selected=true]', { hasText: 'category:"Eating out"' }).waitFor()
  await page.keyboard.press('Enter')
  await chips(page).getByText('Category: Eating out').waitFor()
  await page.keyboard.type('bre')
  await said(page, '?q=bre&category=Eating+out')
  await page.getByText('You are looking for “bre” and the category Eating out').waitFor()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('who:')
  await page.getByRole('option', { name: /ben@example.org Ben Okafor/ }).click()
  await chips(page).getByText('Ben Okafor').waitFor()
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('button', { name: 'Currency …' }).click()
  await page.getByRole('option', { name: 'currency:eur' }).click()
  await chips(page).getByText('In EUR').waitFor()
})

test.serial('what cannot be read is marked and told, and does not count', story, desktop, async ({ page }) => {
  await box(page).fill('category:zebras amount>ten bread ')
  await foot(page, '1 expense in November 2026 4.20')
  const problem = page.getByText('There is no category zebras')
  await problem.waitFor()
  await page.locator('[role=combobox][aria-invalid=true][aria-describedby=filter-problem]').waitFor()
  await page.locator('mark', { hasText: 'category:zebras' }).waitFor()
  await box(page).fill('date:2026-10 ')
  await problem.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'October 2026' }).waitFor()
  await foot(page, '1 expense in October 2026 6.00')
})

test.serial('a filter is kept, used in another month, renamed and deleted', story, desktop, async ({ page }) => {
  await box(page).fill('category:groceries amount<20 ')
  await foot(page, '1 expense in November 2026 4.20')
  const open = async () => {
    await page.getByRole('button', { name: 'Saved filters' }).click()
    await page.getByRole('button', { name: 'Keep or change filters …' }).click()
  }
  await open()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Give it a name').waitFor()
  await page.getByLabel('Keep the present filter').fill('Small food')
  await page.keyboard.press('Enter')
  await page.getByText('The filter Small food is kept').waitFor()
  await page.goto('/expenses?period=2026-10')
  await page.getByRole('button', { name: 'Saved filters' }).click()
  await page.getByRole('button', { name: 'Small food' }).click()
  await foot(page, '1 expense in October 2026 6.00')
  await open()
  await page.getByLabel('Name of the filter Small food').fill('Little food')
  await page.keyboard.press('Enter')
  await page.getByText('The filter is called Little food now').waitFor()
  await page.getByRole('button', { name: 'Delete the filter Little food' }).click()
  await page.getByText('The filter Little food is gone').waitFor()
  await page.getByLabel('Name of the filter').waitFor({ state: 'detached' })
})

test.serial('a row offers to show only what is like it', story, desktop, async ({ page }) => {
  await page.getByRole('button', { name: 'Actions for Cheese' }).click()
  await page.getByRole('button', { name: 'Only this category' }).click()
  await foot(page, '2 expenses in November 2026 24.20')
  await page.getByRole('button', { name: 'Actions for Cheese' }).click()
  await page.getByRole('button', { name: 'Only this day' }).click()
  await said(page, '?period=2026-11-19..2026-11-19&category=Groceries')
  await page.getByRole('row', { name: /1 expense .* 20.00/ }).waitFor()
})

test.serial('on a phone all of it is behind the search button', story, phone, async ({ page }) => {
  await page.getByRole('button', { name: 'Search', exact: true }).tap()
  await page.getByRole('button', { name: 'Filter', exact: true }).tap()
  await page.getByRole('button', { name: 'Category …' }).tap()
  await page.getByRole('option', { name: 'category:"Eating out"' }).tap()
  await page.getByText('2 expenses', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Remove Category: Eating out' }).tap()
  await page.getByText('4 expenses', { exact: true }).waitFor()
})
