import { existsSync } from 'node:fs'
import { runOnNode24 } from './node24.js'
import { mayInstall, install } from './setup/packages.js'
import { findProgram } from './setup/programs.js'
import { say } from './setup/say.js'
import { setUp } from './setup.js'

const PACKAGES = ['mariadb-server', 'galera-4', 'rsync', 'iproute2', 'util-linux']
const needed = ['wsrep_sst_rsync', 'mariadb-install-db', 'rsync', 'ip', 'nsenter']
const areThere = () => {
  const programs = needed.every((name) => findProgram([name], ['/usr/bin', '/usr/sbin', '/sbin']))
  return programs && existsSync('/usr/lib/galera/libgalera_smm.so')
}

if (!mayInstall()) {
  say(
    `The cluster tests start servers in networks of their own: run them as root on Debian, with ${PACKAGES.join(', ')}.`,
  )
  process.exit(1)
}
const problem = areThere() ? undefined : await install('what the cluster tests need', PACKAGES)
if (problem !== undefined) {
  say(problem)
  process.exit(1)
}
await setUp('dependencies', 'database')
runOnNode24('tests/cluster/run.ts', process.argv.slice(2))
