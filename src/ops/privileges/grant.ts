import type { Connection, RowDataPacket } from 'mysql2/promise'
import { Unusable } from '../unusable.ts'
import { accountOf } from './account.ts'
import { connected, databaseOf, withoutDatabase } from './connected.ts'
import { lookAtRights } from './held.ts'
import { servingRights } from './rights.ts'

/** What a server says to somebody who may not give rights, or not on a table that is not theirs. */
const REFUSED = new Set([
  'ER_SPECIFIC_ACCESS_DENIED_ERROR',
  'ER_TABLEACCESS_DENIED_ERROR',
  'ER_DBACCESS_DENIED_ERROR',
  'ER_CANNOT_USER',
])

/** What a server says to a wrong password, and MariaDB also to somebody of whom it knows nothing. */
const DENIED = new Set(['ER_ACCESS_DENIED_ERROR', 'ER_ACCESS_DENIED_NO_PASSWORD_ERROR'])

/** Makes the account that `url` names, with its password, where the server knows nobody of that name. */
export async function makeAccount(adminUrl: string, url: string): Promise<void> {
  if (await isWelcome(url)) return
  const { username, password } = new URL(url)
  const [user, secret] = [decodeURIComponent(username), decodeURIComponent(password)]
  await asAdmin(adminUrl, async (admin) => {
    const [known] = await admin.query<RowDataPacket[]>('select host from mysql.user where user = ?', [user])
    // An account of this name may be for some hosts only; one for `%` beside it would be somebody else.
    if (known.length === 0) await admin.query(`create user if not exists ?@'%' identified by ?`, [user, secret])
  })
  // Throws if the password is wrong.
  await connected(withoutDatabase(url), async () => undefined)
}

async function isWelcome(url: string): Promise<boolean> {
  try {
    return await connected(withoutDatabase(url), async () => true)
  } catch (error) {
    if (DENIED.has((error as { code?: string }).code ?? '')) return false
    throw error
  }
}

/** Gives the account of `url` what serving needs in its database, and nothing else; what it has already it keeps. */
export async function giveRights(adminUrl: string, url: string): Promise<void> {
  const database = databaseOf(url)
  const { account, missing } = await connected(withoutDatabase(url), async (connection) => {
    const account = await accountOf(connection)
    return { account, ...(await lookAtRights(connection, account, database)) }
  })
  if (missing.length === 0) return
  await asAdmin(adminUrl, async (admin) => {
    for (const [table, rights] of servingRights) {
      await admin.query(`grant ${rights.join(', ')} on ??.?? to ?@?`, [database, table, account.user, account.host])
    }
  })
}

/** Who may migrate may not always make accounts and give rights away. */
async function asAdmin(adminUrl: string, work: (admin: Connection) => Promise<void>): Promise<void> {
  try {
    await connected(adminUrl, work)
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string }
    if (!REFUSED.has(code)) throw error
    throw new Unusable(`DATABASE_ADMIN_URL: its user cannot give the user of DATABASE_URL its rights: ${message}`)
  }
}
