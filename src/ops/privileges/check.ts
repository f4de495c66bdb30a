import { accountOf } from './account.ts'
import { connected, databaseOf } from './connected.ts'
import { lookAtRights } from './held.ts'

/** An account lacks rights that the ledger needs. Whoever migrates gives them, perhaps in a moment. */
export class Lacking extends Error {}

/** Throws `Lacking` if the account of `url` cannot serve; says so if it can do more than it should. */
export async function checkRights(url: string, say: (line: string) => void): Promise<void> {
  await connected(url, async (connection) => {
    const account = await accountOf(connection)
    const { missing, rewriting } = await lookAtRights(connection, account, databaseOf(url))
    // Roles may give what the account itself was not given.
    if (missing.length > 0 && !account.hasRoles) throw new Lacking(missing.join('; '))
    if (rewriting.length === 0) return
    const rights = `${rewriting.join(', ')} on events`
    say(`Warning: the database user ${account.user} can rewrite the past (${rights}): see docs/operations.md`)
  })
}
