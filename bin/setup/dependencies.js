import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isProgram } from './programs.js'
import { machinePath, node24, root } from './root.js'
import { runQuietly } from './run-quietly.js'
import { say, Unready } from './say.js'

// npm writes this last, so an install that was interrupted has none.
const installed = join(root, 'node_modules/.package-lock.json')

/** Whether node_modules holds what package-lock.json asks for (packages for other platforms aside), Node 24 included. */
export function haveDependencies() {
  if (!existsSync(installed) || !isProgram(node24)) return false
  const have = readPackages(installed)
  const want = Object.entries(readPackages(join(root, 'package-lock.json'))).filter(([path]) => path !== '')
  return want.every(([path, { version, optional }]) =>
    have[path] ? have[path].version === version : optional === true,
  )
}

export async function installDependencies() {
  say('Installing dependencies (npm ci) …')
  rmSync(installed, { force: true })
  // Whatever NODE_ENV and the person's own npm settings say: the tools are needed, and Node 24 comes by an install script.
  await npm('ci', '--include=dev', '--ignore-scripts=false')
  if (isProgram(node24)) return
  await npm('rebuild', 'node', '--ignore-scripts=false')
  if (!isProgram(node24)) throw new Unready(`npm has not put Node 24 into ${node24}: try "npm rebuild node".`)
}

async function npm(...args) {
  const problem = await runQuietly('npm', args, { cwd: root, env: { ...process.env, PATH: machinePath() } })
  if (problem === undefined) return
  rmSync(installed, { force: true })
  say(problem)
  throw new Unready(`"npm ${args.join(' ')}" failed, see above: the ledger needs its dependencies.`)
}

function readPackages(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages
}
