import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

const running = new Set<ChildProcess>()

/** Starts a program that is stopped at the latest when the run ends. What it says on its standard output is ours to read. */
export function start(program: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], ...options })
  running.add(child)
  child.on('error', () => running.delete(child))
  child.on('exit', () => running.delete(child))
  return child
}

/** Node with this run's own version. */
export function startNode(args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  return start(process.execPath, args, options)
}

/** Runs a program to its end; resolves to what it said on its standard output. */
export async function outputOf(child: ChildProcess): Promise<string> {
  const [output] = await Promise.all([child.stdout ? text(child.stdout) : '', once(child, 'exit')])
  if (child.exitCode !== 0)
    throw new Error(`${child.spawnargs.join(' ')} ended with ${child.exitCode ?? child.signalCode}`)
  return output
}

/** As Ctrl-C would: the ledger finishes what it is at, PostgreSQL waits for nobody who is still connected. */
export async function stop(child: ChildProcess): Promise<void> {
  if (!running.has(child)) return
  const ended = once(child, 'exit')
  child.kill('SIGINT')
  await ended
}

/** Ends what was not ended by whoever started it. */
export async function stopAll(): Promise<void> {
  await Promise.all([...running].map((child) => stop(child)))
}
