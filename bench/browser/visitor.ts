import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { ana } from '../serving/ledger.ts'

/** The list of everything, and what is on the screen once it can be used. */
export const LIST = '/expenses?period=all'
const ROWS = `document.querySelector('.results[aria-busy=false] :is(.expenses tbody tr, .cards li)')`

/**
 * What every page can do for us: `painted` says when, by its own clock, a condition held and could be seen; `scrollOn` scrolls for
 * some milliseconds, so many pixels a frame, and says whether it came to the end or to `most`.
 */
const inPage = `
  window.painted = (holds) => new Promise((resolve) => {
    const seen = () => setTimeout(() => resolve(performance.now()))
    const look = () => requestAnimationFrame(holds() ? seen : look)
    look()
  })
  window.scrollOn = (pixels, most, milliseconds) => new Promise((resolve) => {
    const end = performance.now() + milliseconds
    const scroll = () => {
      const isWhole = !document.querySelector('.more button')
      const isAtEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 1
      const isDone = (isWhole && isAtEnd) || scrollY > most
      if (isDone || performance.now() > end) return resolve(isDone)
      // At once: a smooth one begins anew with every frame, and comes nowhere on a phone.
      scrollBy({ top: pixels, behavior: 'instant' })
      requestAnimationFrame(scroll)
    }
    scroll()
  })
  window.usable = painted(() => ${ROWS})
`

export const desktop = { viewport: { width: 1440, height: 900 } }
export const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

export type Visitor = { page: Page; cpu: () => Promise<number>; close: () => Promise<void> }

/**
 * Somebody who is signed in, with nothing of the page in the browser yet. `cpu` says how many milliseconds of CPU time the page's
 * thread has taken: on a busy machine that says more than a clock does.
 */
export async function visitorOf(browser: Browser, origin: string, screen: BrowserContextOptions): Promise<Visitor> {
  const context = await browser.newContext({ baseURL: origin, locale: 'en-GB', ...screen })
  await context.addInitScript(inPage)
  await context.request.post('/api/session', { data: { email: ana.email, password: ana.password } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const cpu = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
  }
  return { page, cpu, close: () => context.close() }
}

/** Shows the list; resolves to the milliseconds from asking for the page until its first rows could be seen. */
export async function showList(page: Page, path = LIST): Promise<number> {
  await page.goto(path)
  return page.evaluate<number>('window.usable')
}
