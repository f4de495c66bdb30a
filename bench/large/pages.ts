import type { Bench } from '../bench.ts'
import { alone, figure, type Asked, type Line } from '../line.ts'
import { millisecondsOf, quantile } from '../measure.ts'
import { say } from '../run/say.ts'
import { openClient, type Client } from '../serving/client.ts'
import { serveLedger, signIn } from '../serving/ledger.ts'
import { caughtUp } from './caught-up.ts'
import { indexed, listsOf, others, throughAll, type List } from './lists.ts'
import { largeLog } from './log.ts'

/** Pages that are read of one list before somebody begins at the first again. */
const PAGES = 5

/** Pages of 50 expenses over HTTP, one after the other: of one user, and of all. */
export async function measurePages({ place, sizes }: Bench): Promise<Line[]> {
  const { url, events, expenses, people } = await largeLog(place, { expenses: sizes.expenses })
  const [ana] = people
  if (!ana) throw new Error('There is nobody in the large log')
  const ledger = await serveLedger(url)
  const client = openClient(ledger.origin, await signIn(ledger.origin))
  const round = (count: number) => count.toLocaleString('en', { maximumSignificantDigits: 3 })
  const ofOne = `page of 50, one user's ${round(expenses / people.length)} of ${round(expenses)}`
  const ofAll = `page of 50, all users' ${round(expenses)}`
  const slowest = async (what: string, lists: readonly List[], pages: number, asked?: Asked) => {
    say(`Reading pages: ${what} …`)
    return slowestOf(client, `${what}: 99 %`, lists, pages, asked)
  }
  try {
    await caughtUp(client, events)
    const lists = listsOf(ana)
    const withTotals = lists.filter(({ sort }) => sort === '-date').map((list) => ({ ...list, totals: 'true' }))
    const { pages, slowPages } = sizes
    return [
      await slowest(`${ofOne}, any filter`, lists, pages, within(50)),
      await slowest(`${ofOne}, with totals`, withTotals, pages, within(100)),
      await slowest(`${ofAll}, by an index`, indexed, pages, within(50)),
      await slowest(`${ofAll}, q and totals`, throughAll, slowPages, within(1_500)),
      await slowest(`${ofAll}, other filters`, others, slowPages),
    ]
  } finally {
    client.close()
    await ledger.stop()
  }
}

function within(milliseconds: number): Asked {
  return { what: `${milliseconds.toLocaleString('en')} ms`, atMost: milliseconds }
}

/** What is asked of any list is asked of the slowest. */
async function slowestOf(client: Client, what: string, lists: readonly List[], pages: number, asked?: Asked) {
  const found: { list: List; took: number[] }[] = []
  for (const list of lists) found.push({ list, took: await readPages(client, list, pages) })
  const p99 = (took: readonly number[]) => quantile(took, 0.99)
  const [slowest] = found.toSorted((one, other) => p99(other.took) - p99(one.took))
  if (!slowest) throw new Error('There are no lists to read')
  const { user: _user, ...list } = slowest.list
  const half = quantile(slowest.took, 0.5).toFixed(1)
  const note = `the slowest of ${lists.length} lists: ${new URLSearchParams(list).toString()}, half of it in ${half} ms`
  return alone(what, figure('ms', [p99(slowest.took)]), asked, note)
}

/** Milliseconds that each of `count` pages took: the first ones of `list`, over and over. */
async function readPages(client: Client, list: List, count: number): Promise<number[]> {
  const took: number[] = []
  let cursor: string | null = null
  // One more than is counted: it warms up.
  for (let number = 0; number <= count; number++) {
    const query = new URLSearchParams({ ...list, ...(cursor !== null && { cursor }) })
    const milliseconds = await millisecondsOf(async () => {
      const { body } = await client.get(`/api/expenses?${query.toString()}`)
      cursor = number % PAGES === PAGES - 1 ? null : (body as { next: string | null }).next
    })
    if (number > 0) took.push(milliseconds)
  }
  return took
}
