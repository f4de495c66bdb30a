import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install, mayInstall } from '../../bin/setup/packages.js'
import { findProgram } from '../../bin/setup/programs.js'
import { machinePath } from '../../bin/setup/root.js'
import { runQuietly } from '../../bin/setup/run-quietly.js'
import { say } from '../../bin/setup/say.js'

const folder = fileURLToPath(new URL('.', import.meta.url))
/** Debian keeps the programs of each release apart and off the PATH. */
const DEBIAN = '/usr/lib/postgresql'

/** Gets the packages of Emmett and Message DB. What cannot be had is left out of the benchmark, with a word. */
export async function installPackages() {
  // npm writes the second one last.
  const [wanted, installed] = ['package-lock.json', 'node_modules/.package-lock.json'].map(changedAt)
  if (installed >= wanted) return
  say('Installing Emmett and Message DB for the benchmark (npm ci in bench/peers) …')
  const env = { ...process.env, PATH: machinePath() }
  const problem = await runQuietly('npm', ['ci', '--ignore-scripts'], { cwd: folder, env })
  if (problem !== undefined) say(problem)
}

/** The folder with PostgreSQL's programs, which are installed where we may; undefined if there are none. */
export async function findPostgreSQL() {
  const found = programs()
  if (found !== undefined || !mayInstall()) return found
  const problem = await install('PostgreSQL for the benchmark', ['postgresql'])
  if (problem !== undefined) say(problem)
  return programs()
}

function changedAt(file) {
  return statSync(join(folder, file), { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function programs() {
  const releases = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((one, other) => Number(other) - Number(one)) : []
  const initdb = findProgram(
    ['initdb'],
    releases.map((release) => join(DEBIAN, release, 'bin')),
  )
  // Others of its programs are where it really is.
  return initdb && dirname(realpathSync(initdb))
}
