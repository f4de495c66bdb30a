import test from 'ava'
import { connectionsOf } from '../../src/projections/tables/connections.ts'
import { openSequelize } from '../../src/projections/tables/database.ts'
import { freshDatabase } from '../database.ts'

test('it is known how many connections of the projections are in use', async (t) => {
  const sequelize = openSequelize(await freshDatabase())
  t.teardown(() => sequelize.close())
  t.deepEqual(connectionsOf(sequelize), { used: 0, free: 0, waiting: 0 })
  const transaction = await sequelize.transaction()
  t.deepEqual(connectionsOf(sequelize), { used: 1, free: 0, waiting: 0 })
  await transaction.rollback()
  t.deepEqual(connectionsOf(sequelize), { used: 0, free: 1, waiting: 0 })
})
