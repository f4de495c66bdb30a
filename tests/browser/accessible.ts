import assert from 'node:assert/strict'
import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** Until what is shown is as everybody can use it: axe-core finds nothing in it, and nothing has to be scrolled sideways. */
export async function accessible(page: Page): Promise<void> {
  await page.evaluate(axe.source)
  // What is about to be replaced is dimmed until then.
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
  // What moves in is not yet as it will be.
  await page.evaluate('Promise.allSettled(document.getAnimations().map(({ finished }) => finished))')
  const found = await page.evaluate<string[]>(
    `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(', ')))`,
  )
  assert.deepEqual(found, [])
  await fits(page)
}

/** Until nothing has to be scrolled sideways. */
export async function fits(page: Page): Promise<void> {
  const tooWide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  assert.ok(tooWide <= 0, `${tooWide} px too wide`)
}
