import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { join } from 'node:path'
import { folder } from './place.ts'
import { environment } from './shell.ts'
import { later } from './told.ts'

/** Starts a program that goes on until it is told to stop, at the latest in the end; what it says goes to a file. */
export function start(name: string, program: string, args: readonly string[], env: Record<string, string> = {}) {
  const log = openSync(join(folder, `${name}.log`), 'a')
  const child = spawn(program, args, { env: environment(env), stdio: ['ignore', log, log] })
  const ended = once(child, 'close')
  const running = () => child.exitCode === null && child.signalCode === null
  async function stop(): Promise<void> {
    if (running()) child.kill('SIGTERM')
    await ended
  }
  later(stop)
  return { stop, ended, running, kill: (signal: NodeJS.Signals) => child.kill(signal) }
}
