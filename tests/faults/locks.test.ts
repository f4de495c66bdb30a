import test from 'ava'
import { createConnection, type Connection } from 'mysql2/promise'
import { eventually } from './eventually.ts'
import { setScene } from './scene.ts'
import { startFaultyServer } from './server.ts'

const server = await startFaultyServer()
test.after.always(() => server.stop())

/** Somebody with a transaction of their own in the ledger's database. */
async function holder(url: string, ...statements: string[]): Promise<Connection> {
  const connection = await createConnection({ uri: url })
  for (const statement of ['start transaction', ...statements]) await connection.query(statement)
  return connection
}

test.serial('while somebody holds the head everybody waits or is told to come again; then all goes on', async (t) => {
  const scene = await setScene(t, server)
  const callers = scene.load(8)
  await callers.answers(20)
  const other = await holder(scene.url, 'select * from log_head for update')
  // Longer than the server lets a lock be waited for.
  await callers.turnsAway()
  await other.end()
  await callers.answers(20)
  await scene.isWhole(await callers.stop())
})

test.serial('deadlocks cost nobody an answer', async (t) => {
  const scene = await setScene(t, server)
  const callers = scene.load(8)
  await callers.answers(20)
  const onlooker = await createConnection({ uri: scene.url })
  t.teardown(() => onlooker.end())
  await onlooker.query('create table weights (weight int)')
  const inserting = async () => {
    const [rows] = await onlooker.query(
      "select 1 from information_schema.processlist where info like 'insert into events%'",
    )
    return (rows as unknown[]).length > 0
  }
  let won = 0
  for (let round = 0; round < 5; round++) {
    // Whoever has written less is the one whose transaction ends; and a gap is locked only by repeatable reads.
    const weights = `insert into weights values ${Array.from({ length: 500 }, () => '(1)').join()}`
    const other = await holder(scene.url, weights, 'select position from events where position > 1000000 for update')
    await eventually(inserting)
    // The writer has the head, and waits for the gap.
    await other.query('update log_head set position = position').then(() => (won += 1))
    await other.end()
  }
  t.is(won, 5, 'Each time it was the writer that was ended')
  await callers.answers(20)
  const told = await callers.stop()
  t.is(told.turnedAway, 0)
  await scene.isWhole(told)
})
