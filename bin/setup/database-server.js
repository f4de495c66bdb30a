import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { install, mayInstall } from './packages.js'
import { findProgram } from './programs.js'
import { root } from './root.js'
import { say, Unready } from './say.js'

/** Whether this machine has a server to run a private database with. */
export function haveDatabaseServer() {
  // The same list that the ledger itself looks through.
  const places = JSON.parse(readFileSync(join(root, 'src/ops/private-database/server-places.json'), 'utf8'))
  return findProgram(places.programs, places.folders) !== undefined
}

export async function installDatabaseServer() {
  if (mayInstall()) {
    const problem = await install('a database server', ['mariadb-server-core'])
    if (problem === undefined && haveDatabaseServer()) return
    if (problem !== undefined) say(problem)
  }
  throw new Unready(
    `The ledger needs a database server: install one (${howToInstall()}), set DATABASE_URL to one elsewhere, or use "docker compose up".`,
  )
}

function howToInstall() {
  if (process.platform === 'darwin') return '"brew install mariadb"'
  if (findProgram(['apt-get'], ['/usr/bin'])) return '"sudo apt-get install mariadb-server-core"'
  if (findProgram(['dnf'], ['/usr/bin'])) return '"sudo dnf install mariadb-server"'
  return 'MariaDB or MySQL; mariadbd or mysqld has to be on the PATH'
}
