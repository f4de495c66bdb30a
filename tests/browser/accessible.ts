import assert from 'node:assert/strict'
import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** Only what is wrong is worth gathering; the style sheets are our own, and there already. */
const run = `axe.run(document, { resultTypes: ['violations'], preload: false, elementRef: false }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(', ')))`

/** Until what is shown is as everybody can use it: axe-core finds nothing in it, and nothing has to be scrolled sideways. */
export async function accessible(page: Page): Promise<void> {
  // Half a megabyte: a document is given it once.
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe.source)
  await settled(page)
  assert.deepEqual(await page.evaluate<string[]>(run), [])
  await fits(page)
}

/** Until nothing is fetched and nothing moves any more, but for what always does. */
async function settled(page: Page): Promise<void> {
  await page.locator('[aria-busy=true], .skeleton').first().waitFor({ state: 'detached' })
  await page.evaluate(`Promise.allSettled(document.getAnimations()
    .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity).map(({ finished }) => finished))`)
}

/** Until nothing has to be scrolled sideways. */
export async function fits(page: Page): Promise<void> {
  const tooWide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  assert.ok(tooWide <= 0, `${tooWide} px too wide`)
}
