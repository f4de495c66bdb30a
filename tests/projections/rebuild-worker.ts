import mysql from 'mysql2'
import { openPool } from '../../src/events/log/connect.ts'
import { openLog } from '../../src/events/log/log.ts'
import { openProjections } from '../../src/projections/projections.ts'

// A process that rebuilds the expenses and is killed -9 the moment before it sends a statement: the one of that number, of
// those that change something, or the first of that kind. If none comes it ends well.

const [url = '', before = ''] = process.argv.slice(2)
const CHANGES = /^\s*(insert|update|delete|create|alter|drop|rename|commit)\b/i

const pool = openPool(url, 2)
const log = await openLog({ url, pool })
const projections = await openProjections({ url, log })
let changes = 0
watch((sql) => {
  if (CHANGES.test(sql)) changes += 1
  if (changes === Number(before) || sql.startsWith(before)) process.kill(process.pid, 'SIGKILL')
})
await projections.rebuild('expenses')
await projections.close()
await log.close()
await pool.end()

/** Calls `onStatement` before any statement is sent, on whatever connection. */
function watch(onStatement: (sql: string) => void): void {
  const connection = Object.getPrototypeOf(mysql.Connection.prototype) as { query: (...asked: unknown[]) => unknown }
  const { query } = connection
  connection.query = function (...asked) {
    const [first] = asked as [string | { sql: string }]
    onStatement(typeof first === 'string' ? first : first.sql)
    return query.apply(this, asked)
  }
}
