import { caughtUp } from '../large/caught-up.ts'
import type { Person } from '../large/people.ts'
import { rareWord } from '../large/story.ts'
import { quantile, times } from '../measure.ts'
import { say } from '../run/say.ts'
import { openClient } from '../serving/client.ts'
import { serveLedger, signIn } from '../serving/ledger.ts'

/** Pages of a list that an index leads to. */
const PAGES = 50

/** Milliseconds of lists and reports over HTTP. Reports are of the log's first `events`, replayed anew each time. */
export async function timeReads(url: string, events: number, [ana]: readonly Person[], rounds: number) {
  if (!ana) throw new Error('There is nobody in the log')
  const ledger = await serveLedger(url)
  const client = openClient(ledger.origin, await signIn(ledger.origin))
  const expenses = (query: string, count: number) => half(count, () => client.get(`/api/expenses?${query}`))
  const spending = (query: string) => {
    return half(rounds, () => client.get(`/api/reports/spending?group=month&asOf=${events}${query}`))
  }
  try {
    await caughtUp(client, events)
    return {
      page: await expenses(`user=${ana.userId}`, PAGES),
      pageOfAll: await expenses('', PAGES),
      search: await expenses(`q=${rareWord}&totals=true`, rounds),
      report: await spending(`&user=${ana.userId}`),
      reportOfAll: await spending(''),
    }
  } finally {
    client.close()
    await ledger.stop()
  }
}

/** What half of it took at most; `null` if the ledger gives it up, which is told. */
async function half(count: number, work: () => Promise<unknown>): Promise<number | null> {
  try {
    return quantile(await times(count, work), 0.5)
  } catch (error) {
    say(`Given up: ${(error as Error).message}`)
    return null
  }
}
