import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'

/** Runs one of our tools under this Node, with our terminal. Resolves to whether it found all well; `signal` ends it. */
export async function runProgram(script: string, args: readonly string[], signal: AbortSignal): Promise<boolean> {
  return (await ended(spawn(process.execPath, [script, ...args], { stdio: 'inherit', signal }))) === 0
}

/** The exit code of a process once it has ended; null if a signal ended it, ours too, which Node reports as an error besides. */
export async function ended(child: ChildProcess): Promise<number | null> {
  child.on('error', () => undefined)
  return new Promise((resolve) => child.once('close', resolve))
}
