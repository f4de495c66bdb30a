import test, { type ExecutionContext } from 'ava'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, visit, type desktop, type Visit } from './browser.ts'
import { startLedger, type RunningLedger } from './ledger.ts'
import { ana, begin } from './people.ts'
import { freshDatabase } from '../database.ts'

type Steps = (visited: Visit) => Promise<void>
type Screen = typeof desktop

/**
 * How the stories of a test file are told: all on one ledger, which `fill` has filled as Ana, its admin; each by a visitor of
 * its own, with Ana signed in unless it says otherwise. A story fails if the browser has complaints about the page.
 */
export function storiesOn(fill: (page: Page) => Promise<void>) {
  let browser: Browser
  let ledger: RunningLedger
  test.before(async () => {
    ;[browser, ledger] = await openLedger()
    const { page, close } = await visit(browser, ledger.url)
    await begin(page, ana)
    await fill(page)
    await close()
  })
  test.after.always(async () => {
    await browser?.close()
    await ledger?.stop()
  })

  return test.macro(async (t, screen: Screen, steps: Steps, who: typeof ana | 'nobody' = ana) => {
    const visited = await visit(browser, ledger.url, screen, who === 'nobody' ? undefined : who)
    await tell(t, visited, async () => {
      if (who !== 'nobody') await visited.page.getByRole('heading', { name: 'Expenses', exact: true }).waitFor()
      await steps(visited)
    }).finally(visited.close)
  })
}

/** How one visitor walks through a new ledger: in one page, on a desktop at first; each step begins where the one before ended. */
export function walkThroughNewLedger() {
  let browser: Browser
  let ledger: RunningLedger
  let visited: Visit
  test.before(async () => {
    ;[browser, ledger] = await openLedger()
    visited = await visit(browser, ledger.url)
  })
  test.after.always(async () => {
    await visited?.close()
    await browser?.close()
    await ledger?.stop()
  })

  return test.macro(async (t, steps: Steps) => {
    visited.complaints.length = 0
    await tell(t, visited, () => steps(visited))
  })
}

/** How the stories of a new user are told: each on a ledger of its own, in which nothing is yet. */
export function storiesOfNewUsers() {
  let browser: Browser
  test.before(async () => {
    browser = await launchBrowser()
  })
  test.after.always(() => browser.close())

  return test.macro(async (t, screen: Screen, steps: Steps) => {
    const ledger = await startLedger({ DATABASE_URL: await freshDatabase() })
    try {
      const visited = await visit(browser, ledger.url, screen)
      await tell(t, visited, () => steps(visited)).finally(visited.close)
    } finally {
      await ledger.stop()
    }
  })
}

async function openLedger(): Promise<[Browser, RunningLedger]> {
  return Promise.all([launchBrowser(), startLedger({ DATABASE_URL: await freshDatabase() })])
}

/** A story that fails says what was to be seen then. */
async function tell(t: ExecutionContext, visited: Visit, steps: () => Promise<void>): Promise<void> {
  try {
    await steps()
    t.deepEqual(visited.complaints, [])
  } catch (error) {
    const told = [String(error), ...visited.complaints, await visited.seen()]
    throw new Error(told.join('\n'), { cause: error })
  }
}
