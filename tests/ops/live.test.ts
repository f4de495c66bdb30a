import test from 'ava'
import { freshDatabase } from '../database.ts'
import { listen } from '../web/server/listening.ts'
import { startLedger } from './ledger-process.ts'

const ana = { name: 'Ana', email: 'ana@example.com', password: 'correct horse battery' }
const lunch = { category: 'Food', description: 'Lunch', date: '2026-11-23', amount: '12.50' }

const post = (url: string, cookie: string, body: object) =>
  fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json', cookie }, body: JSON.stringify(body) })

test('whoever listens to one process is told what another was asked; told to stop, it lets them go at once', async (t) => {
  const env = { DATABASE_URL: await freshDatabase() }
  const one = startLedger(t, env)
  const first = await one.address()
  const registered = await post(`${first}/api/users`, '', ana)
  const cookie = registered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const other = startLedger(t, env)
  const second = await other.address()

  const listening = await listen(t, first, cookie)
  const recorded = await post(`${second}/api/expenses`, cookie, lunch)
  const told = await listening.next(2)
  t.is(told.at(-1)?.position, Number(recorded.headers.get('Ledger-Position')))

  one.kill('SIGTERM')
  t.deepEqual(await listening.rest(), [])
  t.is((await one.ended).code, 0)
  const missed = await post(`${second}/api/expenses`, cookie, lunch)
  const again = await listen(t, second, cookie, { 'Last-Event-ID': `${told.at(-1)?.position}` })
  t.is((await again.next()).at(-1)?.position, Number(missed.headers.get('Ledger-Position')))
})
