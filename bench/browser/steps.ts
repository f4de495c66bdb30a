import { gzipSync } from 'node:zlib'
import type { Page, Response } from 'playwright-core'
import { LIST, showList } from './visitor.ts'

/** Kilobytes of script, gzipped, that the first page takes, and the milliseconds until it can be used. */
export async function firstLoad(page: Page): Promise<{ kilobytes: number; milliseconds: number }> {
  const scripts: Promise<Buffer>[] = []
  const keep = (response: Response) => {
    if (new URL(response.url()).pathname.endsWith('.js')) scripts.push(response.body())
  }
  page.on('response', keep)
  const milliseconds = await showList(page)
  page.off('response', keep)
  const sizes = (await Promise.all(scripts)).map((script) => gzipSync(script).length)
  return { milliseconds, kilobytes: sizes.reduce((sum, size) => sum + size, 0) / 1000 }
}

/** Milliseconds from the last key of `text`, typed into the filter, until what it matches could be seen. */
export async function filtered(page: Page, text: string): Promise<number> {
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
  await page.keyboard.press(text.endsWith(' ') ? 'Space' : text.slice(-1))
  return page.evaluate<number>('window.filtered')
}

/** The longest, in milliseconds, that the page did not answer while it was scrolled to the end of all there is. */
export async function scrolledToTheEnd(page: Page): Promise<{ longest: number; rows: number }> {
  await showList(page)
  return page.evaluate(`new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    let [last, longest, ended] = [performance.now(), 0, false]
    port1.onmessage = () => {
      const now = performance.now()
      longest = Math.max(longest, now - last)
      last = now
      if (ended) resolve({ longest, rows: Number(document.querySelector('table.expenses').ariaRowCount) - 2 })
      else port2.postMessage(0)
    }
    port2.postMessage(0)
    const scroll = () => {
      const { scrollHeight } = document.documentElement
      ended = !document.querySelector('.more button') && scrollY + innerHeight >= scrollHeight - 1
      scrollBy(0, 600)
      if (!ended) requestAnimationFrame(scroll)
    }
    scroll()
  })`)
}

/** Milliseconds between two keys of somebody who types well. */
const KEY = 60

/** Milliseconds from the first key until an expense that was added by keys alone could be seen. */
export async function addedByKeys(page: Page, what: string): Promise<number> {
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
export async function seenElsewhere(page: Page, elsewhere: Page, what: string): Promise<number> {
  await showList(elsewhere, `${LIST}&sort=-recorded`)
  const data = { category: 'Groceries', description: what, date: '2026-01-01', amount: '1.00' }
  const seen = elsewhere.getByRole('row').getByText(what, { exact: true }).waitFor()
  await page.request.post('/api/expenses', { data })
  const answered = performance.now()
  await seen
  return performance.now() - answered
}
