import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ExecutionContext } from 'ava'
import { createConnection, type RowDataPacket } from 'mysql2/promise'
import { addCategory } from '../../../src/commands/category-commands.ts'
import { recordExpense } from '../../../src/commands/expense-commands.ts'
import type { Done, Work } from '../../../src/commands/handle.ts'
import { deleteUser, eraseUser, registerFirstUser, registerUser } from '../../../src/commands/user-commands.ts'
import { ExpenseId, newId, type UserId } from '../../../src/events/ids.ts'
import { connectionOptions, sessionSettings } from '../../../src/events/log/connect.ts'
import { openCheckpoints } from '../../../src/events/log/merkle/checkpoints.ts'
import { openTree } from '../../../src/events/log/merkle/stored-tree.ts'
import { migrate } from '../../../src/events/log/migrate.ts'
import { openErasedList } from '../../../src/ops/erased-list.ts'
import { openLedger } from '../../../src/ops/ledger.ts'
import { restore, type RestoreOptions } from '../../../src/ops/restore/restore.ts'
import { openErasures } from '../../../src/web/server/erasing/erasures.ts'
import { openPasswords } from '../../../src/web/server/signing-in/passwords.ts'
import { openPreferences } from '../../../src/web/server/preferences/store.ts'
import { Preferences } from '../../../src/web/api.ts'
import { freshDatabase } from '../../database.ts'
import { ana, anaFields, ben, benFields, metadata, monday } from '../../examples.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { testKey } from '../audit/forged.ts'

const MAIN = fileURLToPath(new URL('../../../src/main.ts', import.meta.url))
export const PASSWORD = 'correct horse battery'
const by = { standingIn: () => 'admin' as const }

/** A ledger in a database of its own: Ana, admin, and Ben, with passwords, preferences and `expenses` expenses each. */
export async function livedIn(t: ExecutionContext, { expenses = 40 } = {}) {
  const url = await freshDatabase()
  await migrate(url)
  const ledger = await openLedger(url)
  t.teardown(() => ledger.close())
  const { pool, handle, log, projections } = ledger
  const passwords = openPasswords(pool)
  const before = (userId: UserId) => () => passwords.keep(userId, PASSWORD)

  async function ask(work: Work, key?: string): Promise<Done> {
    const remember = key === undefined ? undefined : { userId: ana, key, request: Buffer.alloc(32, key) }
    return (await handle({ actorId: ana, metadata, key: remember }, 200, work)) as Done
  }

  /** Under an idempotency key, which is remembered. */
  async function record(owner = ana, description = 'Lunch'): Promise<number> {
    const id = ExpenseId.parse(newId())
    const lunch = { id, owner, category: 'Food', description, date: monday, amount: '12.50' }
    return (await ask(recordExpense(lunch, by), id)).position
  }

  async function erase(userId: UserId, name: string): Promise<void> {
    const erasures = openErasures({ pool, log, projections, note: () => undefined })
    await ask(eraseUser(userId, name, by, () => erasures.intend(userId)))
    await erasures.finish(userId)
  }

  async function sign(): Promise<void> {
    await openCheckpoints({ pool, tree: openTree(pool), key: testKey }).sign()
  }

  await ask(registerFirstUser({ userId: ana, fields: anaFields, before: before(ana) }))
  await ask(registerUser({ userId: ben, fields: benFields, before: before(ben) }))
  for (const owner of [ana, ben]) await ask(addCategory(owner, { name: 'Food' }, by))
  await openPreferences(pool).keep(ana, Preferences.parse({ theme: 'dark' }), undefined)
  for (let count = 0; count < expenses; count++) await Promise.all([record(ana), record(ben, 'Ben’s words')])
  await sign()
  return { url, ledger, record, erase, sign, remove: (id: UserId) => ask(deleteUser(id, by)) }
}

/** An empty ledger to restore into. Nobody is connected to it. */
export async function emptyPlace() {
  const url = await freshDatabase()
  await migrate(url)
  return { url, adminUrl: url }
}

export function newFile(name = 'ledger.backup'): string {
  return join(temporaryFolder(), name)
}

type Some = Partial<RestoreOptions> & { passphrase?: string | undefined; dataDir?: string }

/** Restores `file` into a new, empty ledger, or the one at `place`. */
export async function restored(file: string, some: Some = {}, place?: { url: string; adminUrl: string }) {
  const { passphrase = '', dataDir = temporaryFolder(), ...options } = some
  const into = place ?? (await emptyPlace())
  const outcome = await restore(into, file, {
    erased: openErasedList(dataDir),
    askPassphrase: async () => passphrase,
    say: () => undefined,
    ...options,
  })
  return { ...outcome, url: into.url }
}

/** Restores `file` in a process of its own into the database of `env`, and kills that once there are events. */
export async function killedWhileRestoring(t: ExecutionContext, file: string, env: Record<string, string>) {
  const child = spawn(process.execPath, [MAIN, 'restore', file], { env: { ...process.env, ...env }, stdio: 'ignore' })
  t.teardown(() => child.kill('SIGKILL'))
  const ended = once(child, 'exit')
  // A connection to the database itself would be taken for a ledger that serves.
  const server = new URL(env.DATABASE_URL ?? '')
  const name = server.pathname.slice(1)
  server.pathname = '/'
  for (let events = 0; events === 0;) {
    events = Number((await rowsIn(server.href, `select count(*) as events from ${name}.events`))[0]?.events)
    if (child.exitCode !== null) throw new Error('It ended before it could be killed')
  }
  child.kill('SIGKILL')
  await ended
}

/** What `sql` finds in the database at `url`. */
export async function rowsIn(url: string, sql: string, values: unknown[] = []): Promise<RowDataPacket[]> {
  const connection = await createConnection(connectionOptions(url))
  try {
    for (const setting of sessionSettings) await connection.query(setting)
    return (await connection.query<RowDataPacket[]>(sql, values))[0]
  } finally {
    await connection.end()
  }
}

/** The log and all that is kept beside it, up to `position`. */
export async function contentOf(url: string, position: number): Promise<Record<string, RowDataPacket[]>> {
  const queries = {
    events: 'select * from events where position <= ? order by position',
    claims: 'select * from claims order by kind, value',
    commands: 'select * from commands where position <= ? order by idempotency_key',
    keys: 'select * from `keys` order by owner',
    credentials: 'select * from credentials order by user_id',
    preferences: 'select * from preferences order by user_id',
    erasures: 'select user_id, number from erasures order by user_id',
    signed_checkpoints: 'select * from signed_checkpoints where position <= ? order by position',
  }
  const found: Record<string, RowDataPacket[]> = {}
  for (const [table, sql] of Object.entries(queries)) found[table] = await rowsIn(url, sql, [position])
  return found
}
