import type { Bench } from '../bench.ts'
import type { Asked, Line } from '../line.ts'
import { say } from '../run/say.ts'
import { openClient } from '../serving/client.ts'
import { serveLedger, signIn } from '../serving/ledger.ts'
import { caughtUp } from './caught-up.ts'
import { indexed, listsOf, others, throughAll, type List } from './lists.ts'
import { largeLog } from './log.ts'
import { slowestOf, within } from './slowest.ts'

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
    return slowestOf(client, '/api/expenses', `${what}: 99 %`, lists, pages, asked)
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
