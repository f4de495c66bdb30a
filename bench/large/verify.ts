import * as z from 'zod'
import type { Bench } from '../bench.ts'
import { alone, figure, type Line } from '../line.ts'
import { millisecondsOf } from '../measure.ts'
import { outputOf, startNode } from '../run/child.ts'
import { say } from '../run/say.ts'
import { openCommanding } from '../serving/commanding.ts'
import { serveLedger, signIn } from '../serving/ledger.ts'
import { alongside } from './alongside.ts'
import { caughtUp } from './caught-up.ts'
import { largeLog } from './log.ts'

const Proven = z.object({ ok: z.literal(true), events: z.int() })

/** `ledger verify` of a large log, in a process of its own; and commands while the ledger verifies itself. */
export async function measureVerify({ place, sizes }: Bench): Promise<Line[]> {
  const { url, events } = await largeLog(place, { events: sizes.events })
  const took: number[] = []
  say(`Verifying ${events} events, ${sizes.slowRounds} rounds …`)
  for (let round = 0; round < sizes.slowRounds; round++) took.push(await millisecondsOf(() => verify(url)))
  // As if all logs were of a million events: one that was made longer meanwhile is not to blame for it.
  const seconds20 = { what: '20 s a million', atMost: (20_000 * events) / 1_000_000 }
  const ledger = await serveLedger(url)
  try {
    say('Recording while the ledger verifies itself, and before and after …')
    const commands = await openCommanding(ledger.origin, await signIn(ledger.origin))
    await caughtUp(commands.client, events)
    const verified = () => commands.client.get('/api/audit/verify')
    return [
      alone(`ledger verify, ${events.toLocaleString('en')} events`, figure('ms', took), seconds20),
      ...(await alongside('a command while the log is verified', commands, 2 * sizes.seconds, verified)),
    ]
  } finally {
    await ledger.stop()
  }
}

/** `ledger verify` of the log at `url`, in a process of its own. Throws if it finds anything. */
export async function verify(url: string): Promise<void> {
  const env = { ...process.env, DATABASE_URL: url, SIGNING_KEY: 'ab'.repeat(32) }
  const said = await outputOf(
    startNode(['src/main.ts', 'verify', '--json'], { env, stdio: ['ignore', 'pipe', 'ignore'] }),
  )
  Proven.parse(JSON.parse(said))
}
