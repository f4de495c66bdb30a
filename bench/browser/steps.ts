import type { Page } from 'playwright-core'
import { tasksDuring, together, type Tasks } from './tasks.ts'
import { LIST, showList, type Visitor } from './visitor.ts'

/** Milliseconds until the first page can be used. */
export async function opened({ page, cpu }: Visitor) {
  return { milliseconds: await showList(page), cpu: await cpu() }
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

/** `reached` is how far the list says that it is loaded, `elements` how many elements the page has at the end. */
export type Scrolled = Tasks & { seconds: number; cpu: number; reached: string; elements: number }

/** Pixels a frame: somebody in a hurry. */
const FAST = 1_800
/** Milliseconds of scrolling that are traced at once, and after which it is enough. */
const SLICE = 5_000
const LONGEST = 30_000

/** Scrolls what is shown to the end of all there is, by `most` pixels or for half a minute; what is still to be loaded is waited for. */
export async function scrolled({ page, cpu }: Visitor, most = Number.MAX_SAFE_INTEGER): Promise<Scrolled> {
  const [begun, before] = [performance.now(), await cpu()]
  const slices: Tasks[] = []
  for (let isDone = false; !isDone && performance.now() - begun < LONGEST;) {
    const slice = await tasksDuring(page, () => page.evaluate<boolean>(`scrollOn(${FAST}, ${most}, ${SLICE})`))
    slices.push(slice)
    isDone = slice.done
  }
  const end = await page.evaluate<Pick<Scrolled, 'reached' | 'elements'>>(`({
    reached: document.querySelector('.more [role=status]')?.textContent ?? '',
    elements: document.querySelectorAll('*').length,
  })`)
  return { ...together(slices), ...end, seconds: (performance.now() - begun) / 1000, cpu: (await cpu()) - before }
}

/** The longest, in milliseconds of CPU time, that a page which does nothing is at something. */
export async function standing({ page }: Visitor): Promise<number> {
  await showList(page)
  return (await tasksDuring(page, () => page.waitForTimeout(2_000))).longest
}

/** About ten thousand expenses of the hundred thousand that there are. */
const STATEMENT = '/reports?period=2020-01-01..2021-08-06'

/** Milliseconds from the click until a long statement could be seen, and how it scrolls. */
export async function statementShown(visitor: Visitor) {
  const { page, cpu } = visitor
  await page.goto(STATEMENT)
  await page.locator('.report .num').first().waitFor()
  const before = await cpu()
  const { done, longest } = await tasksDuring(page, async () => {
    const milliseconds = await page.evaluate<number>(`{
      const asked = performance.now()
      document.querySelector('.report-links a[href*=statement]').click()
      painted(() => document.querySelector('.statement tbody .num')).then((at) => at - asked)
    }`)
    // What is drawn or checked later holds the page up too.
    await page.waitForTimeout(3_000)
    return milliseconds
  })
  return { milliseconds: done, longest, cpu: (await cpu()) - before, scrolled: await scrolled(visitor) }
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
