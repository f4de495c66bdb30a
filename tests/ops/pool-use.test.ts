import test from 'ava'
import { openPool } from '../../src/events/log/connect.ts'
import { useOf } from '../../src/ops/pool-use.ts'
import { freshDatabase } from '../database.ts'

test('a pool says how many connections are in use, and how many callers wait', async (t) => {
  const pool = openPool(await freshDatabase(), 2)
  t.teardown(() => pool.end())
  t.deepEqual(useOf(pool), { used: 0, free: 0, waiting: 0 })
  const [one, other] = await Promise.all([pool.getConnection(), pool.getConnection()])
  const third = pool.getConnection()
  t.deepEqual(useOf(pool), { used: 2, free: 0, waiting: 1 })
  one.release()
  other.release()
  ;(await third).release()
  t.deepEqual(useOf(pool), { used: 0, free: 2, waiting: 0 })
})
