import { runQuietly } from './run-quietly.js'
import { findProgram } from './programs.js'
import { say } from './say.js'

/** Whether we may install Debian or Ubuntu packages: root, with apt-get there. */
export function mayInstall() {
  return process.getuid?.() === 0 && findProgram(['apt-get'], ['/usr/bin']) !== undefined
}

/** Installs packages, saying so. Resolves to undefined, or to what apt-get said when it failed. */
export async function install(what, packages) {
  say(`Installing ${what} (apt-get install ${packages.join(' ')}) …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // An outdated list is no reason to give up: the install below tells whether it matters.
  await runQuietly('apt-get', ['update'], { env })
  const options = ['-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300']
  return runQuietly('apt-get', ['install', ...options, ...packages], { env })
}
