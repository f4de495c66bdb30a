import test from 'ava'
import { desktop, phone } from './browser.ts'
import { storiesOn } from './story.ts'
import { until } from './until.ts'

const story = storiesOn(async () => {})

for (const [name, screen] of Object.entries({ desktop, phone })) {
  test.serial(
    `the API is read on a ${name}, by anybody`,
    story,
    screen,
    async ({ page }) => {
      await page.goto('/api/docs')
      await page.getByRole('navigation').getByRole('link', { name: 'Records an expense' }).click()
      await page.locator('#recordExpense').getByText('/api/expenses', { exact: true }).waitFor()
      await page.locator('#recordExpense').getByRole('link', { name: 'Expense', exact: true }).click()
      await page.locator('article:target').getByRole('heading', { name: 'Expense', exact: true }).waitFor()
      await until(() => page.evaluate('document.documentElement.scrollWidth <= innerWidth'))
    },
    'nobody',
  )
}

test.serial(
  'it is as dark as was chosen',
  story,
  desktop,
  async ({ page }) => {
    await page.evaluate("localStorage.setItem('theme', 'dark')")
    await page.goto('/api/docs')
    await until(() => page.evaluate("getComputedStyle(document.body).backgroundColor === 'rgb(21, 24, 30)'"))
  },
  'nobody',
)
