import { get, type ClientRequest, type IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Bench } from '../bench.ts'
import { alone, figure, type Line } from '../line.ts'
import { atRate, lasting, quantile } from '../measure.ts'
import { say } from '../run/say.ts'
import { openClient, type Client } from './client.ts'
import { newExpense, type Posted } from './expense.ts'
import { register, serveLedger } from './ledger.ts'
import { usage } from './usage.ts'

const LISTENERS = 1_000
/** Commands a second meanwhile, each of which all of them are told of. */
const RATE = 20

/** What a thousand open connections to `/api/live` cost, and how soon each is told. */
export async function measureLive({ place, sizes }: Bench): Promise<Line[]> {
  const ledger = await serveLedger(await place.emptyDatabase('live'))
  const cookie = await register(ledger.origin)
  const client = openClient(ledger.origin, cookie)
  const listeners: Listener[] = []
  try {
    const expense = await newExpense(client)
    await told(client, expense, [await listen(ledger.origin, cookie)], sizes.seconds)
    const before = await usage(ledger.origin)
    say(`Opening ${LISTENERS} connections …`)
    while (listeners.length < LISTENERS) listeners.push(await listen(ledger.origin, cookie))
    const opened = await usage(ledger.origin)
    await pause(sizes.seconds * 1000)
    const idle = await usage(ledger.origin)
    say(`Telling them what happens, ${sizes.rounds} rounds …`)
    const rounds: number[][] = []
    for (let done = 0; done < sizes.rounds; done++) rounds.push(await told(client, expense, listeners, sizes.seconds))
    const within = (share: number) =>
      figure(
        'ms',
        rounds.map((late) => quantile(late, share)),
      )
    const each = `${LISTENERS.toLocaleString('en')} open connections`
    return [
      alone(`from answer to each of ${each}: 99 %`, within(0.99), { what: '100 ms', atMost: 100 }),
      alone(`from answer to each of ${each}: half`, within(0.5)),
      alone(`memory of ${each}`, figure('MB', [opened.megabytes - before.megabytes])),
      alone(
        `CPU a second of ${each} while nothing happens`,
        figure('ms', [(1000 * (idle.cpu - opened.cpu)) / sizes.seconds]),
      ),
    ]
  } finally {
    for (const { asked } of listeners) asked.destroy()
    client.close()
    await ledger.stop()
  }
}

type Listener = { asked: ClientRequest; onTold: (hear: (position: number) => void) => void }

/** Resolves once the connection is open. */
function listen(origin: string, cookie: string): Promise<Listener> {
  const { promise, resolve, reject } = Promise.withResolvers<Listener>()
  const asked = get(`${origin}/api/live`, { headers: { cookie }, agent: false }, (answer: IncomingMessage) => {
    let hear: (position: number) => void = () => undefined
    let rest = ''
    answer.setEncoding('utf8')
    answer.on('data', (text: string) => {
      const said = (rest + text).split('\n\n')
      rest = said.pop() ?? ''
      // Signs of life have an id, too, and tell of nothing.
      for (const one of said) {
        const [, position] = /^id: (\d+)\ndata: /.exec(one) ?? []
        if (position !== undefined) hear(Number(position))
      }
    })
    // It is cut off from here in the end.
    answer.on('error', () => undefined)
    resolve({ asked, onTold: (next) => void (hear = next) })
  })
  asked.on('error', reject)
  return promise
}

/** Milliseconds from each command's answer until each listener was told of it; nothing if it was told before. */
async function told(client: Client, expense: Posted, listeners: readonly Listener[], seconds: number) {
  const answered = new Map<number, number>()
  const heard: { position: number; at: number }[] = []
  for (const { onTold } of listeners) onTold((position) => heard.push({ position, at: performance.now() }))
  await atRate(RATE, lasting(seconds), async () => {
    const { position } = await client.post('/api/expenses', expense)
    answered.set(Number(position), performance.now())
  })
  while (heard.filter(({ position }) => answered.has(position)).length < answered.size * listeners.length)
    await pause(20)
  return heard.flatMap(({ position, at }) => {
    const since = answered.get(position)
    return since === undefined ? [] : [Math.max(0, at - since)]
  })
}
