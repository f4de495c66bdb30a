import test from 'ava'
import { setScene } from './scene.ts'
import { startFaultyServer } from './server.ts'

const server = await startFaultyServer()
test.after.always(() => server.stop())

/** After so many answers, so that each run strikes at another moment. */
const anyMoment = () => 20 + Math.floor(Math.random() * 100)

test.serial(
  'the database server is killed again and again: what was answered is there, and nothing twice',
  async (t) => {
    const scene = await setScene(t, server)
    const callers = scene.load(16)
    for (let kills = 0; kills < 3; kills++) {
      await callers.answers(anyMoment())
      await server.kill()
      await callers.turnsAway()
      await server.start()
    }
    await callers.answers(100)
    const told = await callers.stop()
    t.log(
      `${told.answered.length} answered, ${told.turnedAway} turned away, the longest took ${Math.round(told.longest)} ms`,
    )
    await scene.ready()
    await scene.isWhole(told)
    const [ledger] = scene.ledgers
    ledger!.kill('SIGTERM')
    const { code, said } = await ledger!.ended
    t.is(code, 0)
    t.notRegex(said, /transaction|error/i, 'What went wrong is in the log, not on the terminal')
  },
)

test.serial('of two ledgers one is killed, and then the other: whoever is left goes on', async (t) => {
  const scene = await setScene(t, server, { processes: 2 })
  const callers = scene.load(16)
  for (const [index, ledger] of scene.ledgers.entries()) {
    await callers.answers(anyMoment())
    ledger.kill('SIGKILL')
    await ledger.ended
    await callers.answers(anyMoment())
    scene.addresses[index] = (await scene.start()).url
  }
  await callers.answers(100)
  const told = await callers.stop()
  t.true(told.unanswered > 0)
  await scene.isWhole(told)
})
