import { gzipSync } from 'node:zlib'
import type { Page, Response } from 'playwright-core'
import { LIST, showList, type Visitor } from './visitor.ts'

/** Kilobytes of script, gzipped, that the first page takes, and the milliseconds until it can be used. */
export async function firstLoad({ page, cpu }: Visitor) {
  const scripts: Promise<Buffer>[] = []
  const keep = (response: Response) => {
    if (new URL(response.url()).pathname.endsWith('.js')) scripts.push(response.body())
  }
  page.on('response', keep)
  const milliseconds = await showList(page)
  page.off('response', keep)
  const sizes = (await Promise.all(scripts)).map((script) => gzipSync(script).length)
  return { milliseconds, cpu: await cpu(), kilobytes: sizes.reduce((sum, size) => sum + size, 0) / 1000 }
}

/** Milliseconds from the last key of `text`, typed into the filter, until what it matches could be seen. */
export async function filtered({ page, cpu }: Visitor, text: string) {
  await showList(page)
  await page.keyboard.press('/')
  await page.keyboard.type(text.slice(0, -1))
  await page.evaluate(`{
    const foot = () => document.querySelector('.results[aria-busy=false] tfoot b')?.textContent
    const before = foot()
    window.filtered = new Promise((resolve) => addEventListener('keydown', ({ timeStamp }) => {
      painted(() => foot() !== undefined && foot() !== before).then((at) => resolve(at - timeStamp))
    }, { once: true, capture: true }))
    undefined
  }`)
  const before = await cpu()
  await page.keyboard.press(text.endsWith(' ') ? 'Space' : text.slice(-1))
  const milliseconds = await page.evaluate<number>('window.filtered')
  return { milliseconds, cpu: (await cpu()) - before }
}

/** How long, in milliseconds, the page did not answer; and how many elements it has at the end. */
export type Scrolled = { longest: number; over: number; seconds: number; cpu: number; elements: number }

/** Pixels a frame: somebody in a hurry. */
const FAST = 1_800

/** Scrolls what is shown to the end of all there is, or by `most` pixels; what is still to be loaded is waited for. */
export async function scrolled({ page, cpu }: Visitor, most = Number.MAX_SAFE_INTEGER): Promise<Scrolled> {
  const [begun, before] = [performance.now(), await cpu()]
  const seen = await page.evaluate<Pick<Scrolled, 'longest' | 'over' | 'elements'>>(`new Promise((resolve) => {
    const stop = watch()
    const scroll = () => {
      const isWhole = !document.querySelector('.more button')
      const isAtEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 1
      if ((isWhole && isAtEnd) || scrollY > ${most})
        return resolve({ ...stop(), elements: document.querySelectorAll('*').length })
      scrollBy(0, ${FAST})
      requestAnimationFrame(scroll)
    }
    scroll()
  })`)
  return { ...seen, seconds: (performance.now() - begun) / 1000, cpu: (await cpu()) - before }
}

/** The longest, in milliseconds, that a page which does nothing does not answer: what others do on this machine. */
export async function standing({ page }: Visitor): Promise<number> {
  await showList(page)
  await page.evaluate('window.stop = watch(); undefined')
  await page.waitForTimeout(2_000)
  return (await page.evaluate<{ longest: number }>('window.stop()')).longest
}

/** About ten thousand expenses of the hundred thousand that there are. */
const STATEMENT = '/reports?period=2020-01-01..2021-08-06'

/** Milliseconds from the click until a long statement could be seen, and how it scrolls. */
export async function statementShown(visitor: Visitor) {
  const { page, cpu } = visitor
  await page.goto(STATEMENT)
  await page.locator('.report .num').first().waitFor()
  const before = await cpu()
  await page.evaluate(`{
    window.stop = watch()
    const asked = performance.now()
    window.stated = painted(() => document.querySelector('.statement tbody .num')).then((at) => at - asked)
    document.querySelector('.report-links a[href*=statement]').click()
  }`)
  const milliseconds = await page.evaluate<number>('window.stated')
  // What is drawn or checked later holds the page up too.
  await page.waitForTimeout(3_000)
  const { longest } = await page.evaluate<{ longest: number }>('window.stop()')
  return { milliseconds, longest, cpu: (await cpu()) - before, scrolled: await scrolled(visitor) }
}

/** Milliseconds between two keys of somebody who types well. */
const KEY = 60

/** Milliseconds from the first key until an expense that was added by keys alone could be seen. */
export async function addedByKeys({ page }: Visitor, what: string): Promise<number> {
  await showList(page, '/expenses?sort=-recorded&period=all')
  const begun = performance.now()
  await page.keyboard.press('n')
  await page.getByRole('dialog').locator('input:focus').waitFor()
  for (const text of ['12,50', 'Groc', what]) {
    await page.keyboard.type(text, { delay: KEY })
    await page.keyboard.press(text === what ? 'Enter' : 'Tab', { delay: KEY })
  }
  await page.getByRole('row').getByText(what, { exact: true }).waitFor()
  return performance.now() - begun
}

/** Milliseconds from the answer to a command until another browser showed what it changed. */
export async function seenElsewhere({ page }: Visitor, elsewhere: Page, what: string): Promise<number> {
  await showList(elsewhere, `${LIST}&sort=-recorded`)
  const data = { category: 'Groceries', description: what, date: '2026-01-01', amount: '1.00' }
  const seen = elsewhere.getByRole('row').getByText(what, { exact: true }).waitFor()
  await page.request.post('/api/expenses', { data })
  const answered = performance.now()
  await seen
  return performance.now() - answered
}
