import { install, mayInstall } from './packages.js'
import { findProgram } from './programs.js'
import { say, Unready } from './say.js'

export function haveCurl() {
  return findProgram(['curl'], []) !== undefined
}

export async function installCurl() {
  const problem = mayInstall() ? await install('curl for the examples of the documentation', ['curl']) : undefined
  if (haveCurl()) return
  if (problem !== undefined) say(problem)
  throw new Unready('The examples of the documentation are run with curl: install it ("sudo apt-get install curl").')
}
