import { once } from 'node:events'
import { chownSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pageMemory } from '../../src/ops/private-database/settings.ts'
import { outputOf, start, stop } from '../run/child.ts'

/** As much as the ledger's own server is given; all else, durability above all, is PostgreSQL's own default. */
export const settings = { shared_buffers: `${pageMemory()}MB`, listen_addresses: '' }
const PATIENCE = 10_000

export type PostgreSQL = Awaited<ReturnType<typeof openPostgreSQL>>

/** A cluster of its own in `folder`, on a Unix socket. `programs` is where PostgreSQL's programs are. */
export async function openPostgreSQL(programs: string, folder: string) {
  const data = join(folder, 'data')
  mkdirSync(folder, { mode: 0o700 })
  const { uid, gid } = await whoMayRunIt()
  chownSync(folder, uid, gid)
  const options = { cwd: folder, uid, gid }
  const run = (program: string, args: string[]) => outputOf(start(join(programs, program), args, options))
  await run('initdb', ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C'])
  const set = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = start(join(programs, 'postgres'), ['-D', data, '-k', folder, ...set], {
    ...options,
    stdio: ['ignore', 'ignore', 'ignore'],
  })
  const reach = ['-h', folder, '-U', 'postgres']
  await ready(() => run('pg_isready', ['-q', ...reach]))

  return {
    programs,
    folder,
    run,
    reach,
    version: async () => (await run('postgres', ['--version'])).replace('postgres (PostgreSQL)', '').trim(),
    url: (database: string) => `postgresql://postgres@${encodeURIComponent(folder)}/${database}`,
    /** A pool that has ended is still hanging up, and would throw if it were cut: so its server gives it a moment. */
    async stop(): Promise<void> {
      server.kill('SIGTERM')
      await Promise.race([once(server, 'exit'), pause(PATIENCE, undefined, { ref: false })])
      await stop(server)
    },
  }
}

/** PostgreSQL refuses to be run by root; Debian's package makes a user for it. */
async function whoMayRunIt(): Promise<{ uid: number; gid: number }> {
  const own = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  if (own.uid !== 0) return own
  const [uid, gid] = await Promise.all(['-u', '-g'].map((what) => outputOf(start('id', [what, 'postgres']))))
  return { uid: Number(uid), gid: Number(gid) }
}

async function ready(look: () => Promise<unknown>): Promise<void> {
  for (const end = Date.now() + PATIENCE; ; await pause(100)) {
    try {
      await look()
      return
    } catch (error) {
      if (Date.now() > end) throw error
    }
  }
}
