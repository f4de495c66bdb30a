import type { Bench } from '../bench.ts'
import { alone, figure, type Line } from '../line.ts'
import { atRate, lasting, quantile } from '../measure.ts'
import { say } from '../run/say.ts'
import { openClient, type Client } from './client.ts'
import { newExpense, type Posted } from './expense.ts'
import { register, serveLedger } from './ledger.ts'

const RATE = 1_000
/** One command in so many is looked for; looking is work, too. */
const LOOKED_FOR = 20

/** From a command's answer to the answer of a read that shows it, while 1,000 commands a second come in. */
export async function measureVisible({ place, sizes }: Bench): Promise<Line[]> {
  const ledger = await serveLedger(await place.emptyDatabase('visible'))
  const client = openClient(ledger.origin, await register(ledger.origin))
  try {
    const expense = await newExpense(client)
    await round(client, expense, sizes.seconds)
    const rounds: Round[] = []
    say(`Looking for what was just recorded, ${sizes.rounds} rounds …`)
    for (let done = 0; done < sizes.rounds; done++) rounds.push(await round(client, expense, 2 * sizes.seconds))
    const within = (what: keyof Round, share: number) =>
      figure(
        'ms',
        rounds.map((one) => quantile(one[what], share)),
      )
    return [
      alone('from answer to visible, 1,000 commands/s: 99 %', within('visible', 0.99), { what: '50 ms', atMost: 50 }),
      alone('from answer to visible, 1,000 commands/s: half', within('visible', 0.5)),
      alone('a command, 1,000 commands/s: 99 %', within('answered', 0.99)),
      alone('a command, 1,000 commands/s: half', within('answered', 0.5)),
    ]
  } finally {
    client.close()
    await ledger.stop()
  }
}

/** Milliseconds from when a command was due to its answer, and from the answer to the read that showed it. */
type Round = { answered: number[]; visible: number[] }

async function round(client: Client, expense: Posted, seconds: number): Promise<Round> {
  const [answered, visible]: [number[], number[]] = [[], []]
  await atRate(RATE, lasting(seconds), async (due) => {
    const { position, body } = await client.post('/api/expenses', expense)
    const now = performance.now()
    answered.push(now - due)
    if (answered.length % LOOKED_FOR !== 0) return
    await client.get(`/api/expenses/${(body as { id: string }).id}`, { 'ledger-position': position })
    visible.push(performance.now() - now)
  })
  return { answered, visible }
}
