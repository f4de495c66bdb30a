import { install, mayInstall } from './packages.js'
import { findProgram, isProgram } from './programs.js'
import { say, Unready } from './say.js'

/** The full path of the browser that the tests drive, if there is one. */
export function findChromium() {
  const named = process.env.CHROMIUM
  if (named && !isProgram(named)) throw new Unready(`CHROMIUM names ${named}, which is no program.`)
  if (named) return named
  return (
    findProgram(['chromium', 'chromium-browser', 'google-chrome'], ['/usr/bin', '/opt/homebrew/bin']) ??
    [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ].find(isProgram)
  )
}

export async function installChromium() {
  if (mayInstall()) {
    const problem = await install('Chromium for the browser tests', ['chromium', 'fonts-dejavu-core'])
    if (problem === undefined && findChromium()) return
    if (problem !== undefined) say(problem)
  }
  throw new Unready(`The browser tests need Chromium: install it (${howToInstall()}), or set CHROMIUM to where it is.`)
}

function howToInstall() {
  if (process.platform === 'darwin') return '"brew install --cask chromium"'
  if (findProgram(['apt-get'], ['/usr/bin'])) return '"sudo apt-get install chromium fonts-dejavu-core"'
  if (findProgram(['dnf'], ['/usr/bin'])) return '"sudo dnf install chromium"'
  return 'or Google Chrome'
}
