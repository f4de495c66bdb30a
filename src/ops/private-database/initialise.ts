import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Unusable } from '../unusable.ts'
import type { Server } from './find-server.ts'
import { firstError } from './first-error.ts'
import type { Place } from './place.ts'
import { firstArguments } from './settings.ts'

const UNFINISHED = 'unfinished-'

/** Makes the server's data folder. It gets its name only when it is complete: an interrupted attempt is simply repeated. */
export function initialise(server: Server, place: Place): void {
  for (const name of readdirSync(place.folder)) {
    if (name.startsWith(UNFINISHED)) rmSync(join(place.folder, name), { recursive: true, force: true })
  }
  const unfinished = mkdtempSync(join(place.folder, UNFINISHED))
  const { args, input } =
    server.kind === 'MySQL'
      ? { args: ['--initialize-insecure'], input: '' }
      : { args: ['--bootstrap', '--silent-startup', '--skip-log-bin'], input: systemTables(server) }
  const { status, stderr, error } = spawnSync(server.program, [...firstArguments(unfinished, place), ...args], {
    input,
    encoding: 'utf8',
  })
  if (status !== 0) {
    throw new Unusable(
      `${server.program} cannot make its data in ${unfinished}: ${error?.message ?? firstError(stderr)}`,
    )
  }
  renameSync(unfinished, place.data)
}

/**
 * The SQL that makes MariaDB's system tables, with a root who needs no password. mariadb-install-db would feed the server
 * the same, but is a shell script that needs programs which Debian keeps in other packages than the server's.
 */
function systemTables(server: Server): string {
  const settings = execFileSync(server.program, ['--no-defaults', '--verbose', '--help'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const charsets = /^character-sets-dir\s+(.+)$/m.exec(settings)?.[1]
  if (charsets === undefined) throw new Unusable(`${server.program} does not say where its SQL files are.`)
  const share = dirname(charsets.trim())
  // `mysql_…` up to MariaDB 10, `mariadb_…` after it.
  const prefix = readdirSync(share).includes('mariadb_system_tables.sql') ? 'mariadb' : 'mysql'
  const files = ['system_tables', 'performance_tables', 'system_tables_data'].map((name) => `${prefix}_${name}.sql`)
  const start = 'create database mysql;\nuse mysql;\nset @auth_root_socket = null;\n'
  return start + files.map((file) => readFileSync(join(share, file), 'utf8')).join('\n')
}
