import { setTimeout as pause } from 'node:timers/promises'
import test from 'ava'
import { setScene } from './scene.ts'
import { startFaultyServer } from './server.ts'

const server = await startFaultyServer()
test.after.always(() => server.stop())

test.serial('a database that is frozen for two seconds is waited for', async (t) => {
  const scene = await setScene(t, server)
  const callers = scene.load(16)
  await callers.answers(50)
  server.freeze()
  await pause(2_000)
  server.thaw()
  await callers.answers(50)
  await scene.isWhole(await callers.stop())
})

test.serial('while it is frozen for longer, everybody is told to come again; when it thaws, all goes on', async (t) => {
  const scene = await setScene(t, server)
  const callers = scene.load(16)
  await callers.answers(50)
  server.freeze()
  const asked = ['/api/expenses', '/api/session', '/api/categories', '/api/expenses?q=lunch&totals=true']
  const answers = await Promise.all(asked.map((path) => scene.get(path)))
  for (const { status, headers } of answers) t.like([status, headers.get('Retry-After')], [503, '1'])
  await scene.notReady()
  await callers.turnsAway()
  server.thaw()
  await callers.answers(50)
  const told = await callers.stop()
  t.log(`${told.turnedAway} turned away, the longest took ${Math.round(told.longest)} ms`)
  await scene.ready()
  await scene.isWhole(told)
})
