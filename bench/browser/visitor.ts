import type { Browser, Page } from 'playwright-core'
import { ana } from '../serving/ledger.ts'

/** The list of everything, and what is on the screen once it can be used. */
export const LIST = '/expenses?period=all'
const ROWS = `document.querySelector('.results[aria-busy=false] .expenses tbody tr')`

/** What every page can measure of itself: `painted` says when, by its own clock, a condition held and could be seen. */
const inPage = `
  window.painted = (holds) => new Promise((resolve) => {
    const seen = () => setTimeout(() => resolve(performance.now()))
    const look = () => requestAnimationFrame(holds() ? seen : look)
    look()
  })
  window.usable = painted(() => ${ROWS})
`

export type Visitor = { page: Page; close: () => Promise<void> }

/** Somebody who is signed in, with nothing of the page in the browser yet. */
export async function visitorOf(browser: Browser, origin: string): Promise<Visitor> {
  const viewport = { width: 1440, height: 900 }
  const context = await browser.newContext({ baseURL: origin, locale: 'en-GB', viewport })
  await context.addInitScript(inPage)
  await context.request.post('/api/session', { data: { email: ana.email, password: ana.password } })
  return { page: await context.newPage(), close: () => context.close() }
}

/** Shows the list; resolves to the milliseconds from asking for the page until its first rows could be seen. */
export async function showList(page: Page, path = LIST): Promise<number> {
  await page.goto(path)
  return page.evaluate<number>('window.usable')
}
