import type { UserId } from '../../events/ids.ts'
import type { Parts } from '../tables/parts.ts'

/** Puts something else in place of the words of `userId` in a table that was kept. One of another version goes: nobody here knows where its words are. */
export async function forgetIn({ projection, table, checkpoint, sequelize }: Parts, userId: UserId): Promise<void> {
  if (!(await table.exists())) return
  const found = await checkpoint.find()
  if (found?.version === projection.version) {
    await sequelize.transaction((transaction) => table.erase(userId, transaction))
  } else {
    await checkpoint.drop()
    await table.drop()
  }
}
