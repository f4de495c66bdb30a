import { defer, firstValueFrom, retry, throwError, timer } from 'rxjs'
import type { UserId } from '../../events/ids.ts'
import { isTakenBack } from '../tables/database.ts'
import type { Parts, Places } from '../tables/parts.ts'

/** While tables change places one that is gone over may be waited for in a circle: the database then takes this back. */
const again = retry<void>({
  count: 10,
  delay: (error: unknown) => (isTakenBack(error) ? timer(20) : throwError(() => error)),
})

/**
 * Puts something else in place of the words of `userId` in the tables of a projection. In this order: the one that is read may
 * become the one that is kept in between.
 */
export async function forgetIn({ live, old }: Places, userId: UserId): Promise<void> {
  await firstValueFrom(defer(() => forgetLive(live, userId)).pipe(again))
  await forgetKept(old, userId)
}

/** It may have stopped, or be kept, before it comes to the erasure. One of another version is for the release that keeps it. */
async function forgetLive({ projection, table, checkpoint, sequelize }: Parts, userId: UserId): Promise<void> {
  await sequelize.transaction(async (transaction) => {
    // As a step does, and first: no step that has read these rows before writes them afterwards.
    const found = await checkpoint.lock(transaction)
    if (found?.version === projection.version) await table.erase(userId, transaction)
  })
}

/** Nobody applies anything to it. One of another version goes: nobody here knows where its words are. */
async function forgetKept({ projection, table, checkpoint, sequelize }: Parts, userId: UserId): Promise<void> {
  if (!(await table.exists())) return
  const found = await checkpoint.find()
  if (found?.version === projection.version) {
    await sequelize.transaction((transaction) => table.erase(userId, transaction))
  } else {
    await checkpoint.drop()
    await table.drop()
  }
}
