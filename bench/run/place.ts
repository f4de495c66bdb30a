import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import { migrate } from '../../src/events/log/migrate.ts'
import { openPrivateDatabase } from '../../src/ops/private-database.ts'
import { say } from './say.ts'

const CACHE = 'bench/cache'

export type Place = Awaited<ReturnType<typeof openPlace>>

/** A private database server like the ledger's own, with durable commits, and a folder that goes with the run. */
export async function openPlace({ keep }: { keep: boolean }) {
  // /tmp may be memory, where a commit waits for no disk.
  const scratch = mkdtempSync(join(existsSync('/var/tmp') ? '/var/tmp' : tmpdir(), 'expense-ledger-bench-'))
  // PostgreSQL, which root runs as another user, has to come through to its own folder; both servers' folders are closed.
  chmodSync(scratch, 0o711)
  if (keep) mkdirSync(CACHE, { recursive: true })
  const server = await openPrivateDatabase({ dataDir: keep ? CACHE : scratch, say })

  async function query(sql: string): Promise<unknown> {
    const connection = await createConnection({ uri: server.adminUrl('') })
    try {
      return (await connection.query(sql))[0]
    } finally {
      await connection.end()
    }
  }

  async function open(name: string): Promise<string> {
    await query(`create database if not exists ${name} character set utf8mb4 collate utf8mb4_bin`)
    await migrate(server.adminUrl(name))
    return server.adminUrl(name)
  }

  return {
    scratch,
    /** A migrated database that is as an earlier run has left it, if that was kept. */
    keptDatabase: open,
    /** A migrated database without an event. */
    async emptyDatabase(name: string): Promise<string> {
      await query(`drop database if exists ${name}`)
      return open(name)
    },
    async serverVersion(): Promise<string> {
      const [row] = (await query('select version() as version')) as { version: string }[]
      return row?.version ?? ''
    },
    async close(): Promise<void> {
      await server.stop()
      rmSync(scratch, { recursive: true, force: true })
    },
  }
}
