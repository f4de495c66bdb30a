import test from 'ava'
import { freshDatabase } from '../database.ts'
import { runVerb, startLedger } from './ledger-process.ts'

test('a demo of any size fills an empty ledger, and only an empty one', async (t) => {
  const env = { DATABASE_URL: await freshDatabase() }
  const filled = await runVerb(t, ['demo', '--users', '5', '--expenses', '300', '--seed', '7', '--json'], env)
  t.is(filled.code, 0, filled.said)
  const { expenses, position, users } = JSON.parse(filled.answered) as {
    expenses: number
    position: number
    users: { email: string; password: string }[]
  }
  t.deepEqual([expenses, users.length], [300, 5])
  t.true(position > 300 + 5 * 9)

  const again = await runVerb(t, ['demo'], env)
  t.is(again.code, 1)
  t.regex(again.said, /There are users in this ledger already/)
  const checked = await runVerb(t, ['check', '--json'], env)
  t.deepEqual(JSON.parse(checked.answered), { ok: true, differences: [] })

  const ledger = startLedger(t, env)
  const address = await ledger.address()
  const signIn = (user: object) =>
    fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(user),
    })
  for (const user of [users.at(0), users.at(-1)]) t.is((await signIn(user!)).status, 200)
})

for (const args of [
  ['--users', '0'],
  ['--users=-1'],
  ['--users', '1.5'],
  ['--users', '100001'],
  ['--expenses', 'many'],
  ['--seed', '4294967296'],
  ['--expenses='],
]) {
  test(`demo ${args.join(' ')} is refused before anything is recorded`, async (t) => {
    const env = { DATABASE_URL: await freshDatabase() }
    const { code, said } = await runVerb(t, ['demo', ...args], env)
    t.is(code, 1)
    t.regex(said, /--(users|expenses|seed): expected a whole number from \d+ to \d+/)
    t.is((await runVerb(t, ['demo', '--expenses', '1'], env)).code, 0)
  })
}
