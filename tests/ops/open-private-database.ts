import { openPrivateDatabase } from '../../src/ops/private-database.ts'

// A ledger in a process of its own: says "open" when its database is, and closes it when told to end.
const dataDir = process.argv[2]
if (dataDir === undefined) throw new Error('usage: open-private-database <data folder>')
const database = await openPrivateDatabase({ dataDir, durable: false })
const alive = setInterval(() => undefined, 1_000)
process.once('SIGTERM', () => {
  clearInterval(alive)
  void database.stop()
})
console.log('open')
