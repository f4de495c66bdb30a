import { fileURLToPath } from 'node:url'
import test from 'ava'
import { createConnection, type RowDataPacket } from 'mysql2/promise'
import { setScene } from './scene.ts'
import { startFaultyServer } from './server.ts'

const server = await startFaultyServer()
test.after.always(() => server.stop())

const wrongClock = (hours: number) => ({
  NODE_OPTIONS: `--import=${fileURLToPath(new URL('wrong-clock.ts', import.meta.url))}`,
  HOURS_OFF: String(hours),
})

/** The first row of the answer, if there is one. */
async function ask<Row>(url: string, sql: string): Promise<Row> {
  const connection = await createConnection({ uri: url, dateStrings: true })
  const [rows] = await connection.query<RowDataPacket[]>(sql)
  await connection.end()
  return rows[0] as Row
}

test.serial('ledgers whose own clocks are hours off, and jump back, record by the database’s', async (t) => {
  const begun = await ask<{ now: string }>(server.url(''), 'select utc_timestamp(6) as now')
  const scene = await setScene(t, server, { env: wrongClock(5) })
  scene.addresses.push((await scene.start(wrongClock(-3))).url)
  const callers = scene.load(8)
  await callers.answers(60)
  const told = await callers.stop()
  await scene.isWhole(told)
  const span = await ask<Record<'first' | 'last' | 'now', string>>(
    scene.url,
    'select min(recorded_at) as first, max(recorded_at) as last, utc_timestamp(6) as now from events',
  )
  t.true(begun.now < span.first && span.last < span.now, JSON.stringify([begun, span]))
})

test.serial('when the database’s clock jumps back an hour, instants go on rising', async (t) => {
  const scene = await setScene(t, server)
  // As the next ledger finds it after the jump: the last instant is an hour ahead of the clock.
  scene.ledgers[0]!.kill('SIGTERM')
  await scene.ledgers[0]!.ended
  await ask(scene.url, 'update log_head set recorded_at = utc_timestamp(6) + interval 1 hour')
  scene.addresses[0] = (await scene.start()).url
  const callers = scene.load(8)
  await callers.answers(20)
  await scene.isWhole(await callers.stop())
  const ahead = 'select count(*) as events from events where recorded_at > utc_timestamp(6) + interval 59 minute'
  t.true((await ask<{ events: number }>(scene.url, ahead)).events >= 20)
})
