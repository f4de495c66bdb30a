import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { node24, root } from './setup/root.js'
import { whoRanThis } from './who-ran-this.js'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']
const LOOK_MS = 200

/**
 * Runs a TypeScript program under Node 24, with this process's terminal, and ends as it ends.
 *
 * The program gets a process group of its own, so that a signal reaches it once, through here: after Ctrl-C the terminal
 * signals the whole group and npm passes its signal on besides. If this process is killed -9 the channel between the two
 * closes, and end-with-parent.js ends the program.
 */
export function runOnNode24(script, args, env = {}, flags = []) {
  const child = spawn(
    node24,
    [...flags, '--import', join(root, 'bin/end-with-parent.js'), join(root, script), ...args],
    {
      detached: true,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, ...env },
    },
  )
  for (const signal of SIGNALS) {
    let passedOn = false
    process.on(signal, () => {
      if (!passedOn) child.kill(signal)
      passedOn = true
    })
  }
  endWithNpm(child)
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}

/** npm that is killed -9 takes nobody with it: then this is an orphan, and so ends what it started. */
function endWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return
  const npm = whoRanThis()
  const look = setInterval(() => {
    if (whoRanThis() === npm) return
    clearInterval(look)
    child.kill('SIGTERM')
  }, LOOK_MS)
}
