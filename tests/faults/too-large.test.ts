import test from 'ava'
import { createConnection } from 'mysql2/promise'
import { changeExpenses } from '../../src/commands/bulk.ts'
import { recordExpense } from '../../src/commands/expense-commands.ts'
import { openHandle } from '../../src/commands/handle.ts'
import { Rejected } from '../../src/commands/rejected.ts'
import { registerFirstUser } from '../../src/commands/user-commands.ts'
import { ExpenseId, newId } from '../../src/events/ids.ts'
import { openPool } from '../../src/events/log/connect.ts'
import { openLog } from '../../src/events/log/log.ts'
import { migrate } from '../../src/events/log/migrate.ts'
import { anybody, lunchAt, registration } from '../commands/fresh-ledger.ts'
import { ana, anaFields, metadata } from '../examples.ts'
import { startFaultyServer } from './server.ts'

test('a bulk change of more than the database takes at once is refused, and nothing of it happens', async (t) => {
  const server = await startFaultyServer()
  t.teardown(server.stop)
  const admin = await createConnection({ uri: server.url(''), multipleStatements: true })
  await admin.query('create database ledger; set global max_allowed_packet = 1048576')
  await admin.end()
  const url = server.url('ledger')
  await migrate(url)
  const pool = openPool(url)
  const log = await openLog({ url, pool })
  t.teardown(async () => {
    await log.close()
    await pool.end()
  })
  const handle = openHandle(log)
  const asked = { actorId: ana, metadata }
  await handle(asked, 201, registerFirstUser(registration(ana, anaFields)))
  const ids = Array.from({ length: 500 }, () => ExpenseId.parse(newId()))
  await Promise.all(ids.map((id) => handle(asked, 201, recordExpense({ id, ...lunchAt() }, anybody))))
  const { position } = await log.head()

  // Nearly three kilobytes an event, once it is sealed.
  const describe = (some: readonly ExpenseId[]) => {
    const wanted = { change: { description: '€'.repeat(500) } }
    const find = async () => some.map((id) => ({ id }))
    return handle(asked, 200, changeExpenses(find, wanted, { asker: ana, by: anybody }))
  }
  const refused = await t.throwsAsync(describe(ids), { instanceOf: Rejected })
  t.is(refused?.reason, 'TooManyExpenses')
  t.is((await log.head()).position, position)
  await describe(ids.slice(0, 100))
  t.is((await log.head()).position, position + 100)
})
