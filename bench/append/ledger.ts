import { categoryStream } from '../../src/events/category.ts'
import { expenseStream } from '../../src/events/expense.ts'
import { newId } from '../../src/events/ids.ts'
import { openPool } from '../../src/events/log/connect.ts'
import { openLog } from '../../src/events/log/log.ts'
import { userStream } from '../../src/events/user.ts'
import { categoryId, currency, lunch, metadata, userId } from './lunch.ts'

/** Nobody looked: the unique key settles whether a stream is new. */
const seenAt = Number.POSITIVE_INFINITY

/** The ledger's log, with a user and a category; `append` records an expense under the guards that the command has. */
export async function openLedger(url: string) {
  const pool = openPool(url)
  const log = await openLog({ url, pool })
  const { position } = await log.append({
    commandId: newId(),
    actorId: userId,
    metadata,
    events: [
      { type: 'UserRegistered', userId, name: 'Ana', email: 'ana@example.com', role: 'admin', currency },
      { type: 'CategoryAdded', categoryId, userId, name: 'Food', colour: '#3d9068' },
    ],
    guards: [
      { stream: userStream(userId), version: 0, seenAt },
      { stream: categoryStream(categoryId), version: 0, seenAt },
    ],
  })

  return {
    head: async () => (await log.head()).position,
    append: () => {
      const event = lunch()
      return log.append({
        commandId: newId(),
        actorId: userId,
        metadata,
        events: [event],
        guards: [
          { stream: expenseStream(event.expenseId), version: 0, seenAt },
          { stream: userStream(userId), version: 1, seenAt: position },
          { stream: categoryStream(categoryId), version: 1, seenAt: position },
        ],
      })
    },
    async close(): Promise<void> {
      await log.close()
      await pool.end()
    },
  }
}
