import type { Bench } from '../bench.ts'
import type { Line } from '../line.ts'
import { say } from '../run/say.ts'
import { openClient, type Client } from '../serving/client.ts'
import { serveLedger, signIn } from '../serving/ledger.ts'
import { caughtUp } from './caught-up.ts'
import type { List } from './lists.ts'
import { largeLog } from './log.ts'
import type { Person } from './people.ts'
import { slowestOf, within } from './slowest.ts'

/** Pages of 50 events over HTTP, with every filter there is, of what happened in a large log. */
export async function measureAudit({ place, sizes }: Bench): Promise<Line[]> {
  const { url, events, people } = await largeLog(place, { events: sizes.events })
  const ledger = await serveLedger(url)
  const client = openClient(ledger.origin, await signIn(ledger.origin))
  try {
    await caughtUp(client, events)
    const what = `page of 50 of the audit, any filter, ${events.toLocaleString('en')} events: 99 %`
    say(`Reading pages: ${what} …`)
    const lists = await listsOf(client, events, people)
    return [await slowestOf(client, '/api/audit', what, lists, sizes.pages, within(50))]
  } finally {
    client.close()
    await ledger.stop()
  }
}

/** Every filter, what finds much as what finds little or nothing, and several at once. */
async function listsOf(client: Client, events: number, [ana, ben]: readonly Person[]): Promise<List[]> {
  if (!ana || !ben) throw new Error('There is nobody in the large log')
  const [user, actor] = [{ user: ben.userId }, { actor: ben.userId }]
  const [much, little] = [{ type: 'ExpenseAmended' }, { type: 'CategoryAdded' }]
  const { stream } = await newest(client, 'type=ExpenseAmended')
  const expense = { expense: stream.slice('expense-'.length) }
  const span = { from: await recordedAt(client, 0.4 * events), to: await recordedAt(client, 0.6 * events) }
  return [
    ...[{}, user, actor, expense, much, little, span, { type: 'UserDeleted' }, { batch: ana.userId }],
    ...[
      { ...user, ...much },
      { ...user, ...little },
      { ...actor, ...little },
      { ...user, ...actor },
    ],
    ...[
      { ...user, actor: ana.userId },
      { ...user, ...actor, ...little },
      { ...user, ...actor, ...much, ...span },
    ],
  ]
}

async function recordedAt(client: Client, position: number): Promise<string> {
  return (await newest(client, `asOf=${Math.round(position)}`)).recordedAt
}

async function newest(client: Client, query: string) {
  const { body } = await client.get(`/api/audit?limit=1&${query}`)
  return (body as { items: [{ stream: string; recordedAt: string }] }).items[0]
}
