import type { Bench } from '../bench.ts'
import { alone, figure, type Line } from '../line.ts'
import { times } from '../measure.ts'
import { say } from '../run/say.ts'
import { openClient } from '../serving/client.ts'
import { openCommanding } from '../serving/commanding.ts'
import { serveLedger, signIn } from '../serving/ledger.ts'
import { alongside } from './alongside.ts'
import { caughtUp } from './caught-up.ts'
import { largeLog } from './log.ts'

/** Reports over HTTP, replayed from the whole of a large log and from one user's part of it; and commands meanwhile. */
export async function measureReports({ place, sizes }: Bench): Promise<Line[]> {
  const { url, events: head, people } = await largeLog(place, { events: sizes.events })
  // Whatever came later is not replayed.
  const { events } = sizes
  const [ana] = people
  if (!ana) throw new Error('There is nobody in the large log')
  const ledger = await serveLedger(url)
  const cookie = await signIn(ledger.origin)
  const client = openClient(ledger.origin, cookie)
  const { rounds, seconds } = sizes
  const timed = (query: string) => times(rounds, () => client.get(`/api/reports/${query}&asOf=${events}`))
  try {
    await caughtUp(client, head)
    say(`Replaying ${events} events for reports, ${rounds} rounds …`)
    const all = await timed('spending?group=month')
    const one = await timed(`spending?group=month,category&user=${ana.userId}`)
    const listed = await timed(`statement?from=2019-03-01&to=2019-03-31&user=${ana.userId}`)
    say('Recording while reports are replayed, and before and after …')
    const commands = await openCommanding(ledger.origin, cookie)
    const report = () => client.get(`/api/reports/spending?group=month&asOf=${events}`)
    const meanwhile = await alongside('a command while reports are replayed', commands, 2 * seconds, () =>
      times(rounds, report),
    )
    const of = `${events.toLocaleString('en')} events`
    const ofOne = `, one of ${people.length} users in ${of}`
    return [
      alone(`spending by month, ${of}`, figure('ms', all), { what: '3 s', atMost: 3_000 }),
      alone(`spending by month and category${ofOne}`, figure('ms', one), { what: '100 ms', atMost: 100 }),
      alone(`statement of a month${ofOne}`, figure('ms', listed)),
      ...meanwhile,
    ]
  } finally {
    client.close()
    await ledger.stop()
  }
}
