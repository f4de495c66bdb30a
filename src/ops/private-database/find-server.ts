import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { join } from 'node:path'
import { Unusable } from '../unusable.ts'
import places from './server-places.json' with { type: 'json' }

export type Kind = 'MariaDB' | 'MySQL'

export interface Server {
  readonly program: string
  readonly kind: Kind
}

/** The server on this machine that can run on `data`. What the one has written the other cannot read. */
export function findServer(data: string): Server {
  return choose(installedServers(), madeBy(data), data)
}

export function choose(servers: readonly Server[], maker: Kind | undefined, data: string): Server {
  const [first] = servers
  if (!first) {
    throw new Unusable(
      'No database server on this machine: install MariaDB (Debian, Ubuntu: mariadb-server-core) or MySQL, or set DATABASE_URL.',
    )
  }
  if (maker === undefined) return first
  const fitting = servers.find(({ kind }) => kind === maker)
  if (fitting) return fitting
  throw new Unusable(
    `The data in ${data} was made by ${maker}, and here is only ${first.kind}: install ${maker}, or set DATA_DIR.`,
  )
}

function installedServers(): Server[] {
  const folders = [...(process.env.PATH ?? '').split(':').filter((folder) => folder !== ''), ...places.folders]
  const paths = places.programs.flatMap((name) => folders.map((folder) => join(folder, name)))
  return paths.filter(isProgram).map((program) => ({ program, kind: kindOf(program) }))
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function kindOf(program: string): Kind {
  return execFileSync(program, ['--no-defaults', '--version'], { encoding: 'utf8' }).includes('MariaDB')
    ? 'MariaDB'
    : 'MySQL'
}

/** Which server made `data`; undefined if none has. */
export function madeBy(data: string): Kind | undefined {
  if (!existsSync(data)) return undefined
  return existsSync(join(data, 'mysql.ibd')) ? 'MySQL' : 'MariaDB'
}
