import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { WorkerOptions } from './worker.ts'

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url))
/** How long a worker is waited for, in milliseconds. One that hangs is killed, and the checker sees what is missing. */
const PATIENCE = 60_000

export type WorkerProcess = ReturnType<typeof startWorker>

export function startWorker(options: WorkerOptions) {
  const child = spawn(process.execPath, [WORKER, JSON.stringify(options)], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  let killed = false
  // One that was killed cannot be told anything.
  child.stdin.on('error', () => undefined)
  const said = createInterface({ input: child.stdout })[Symbol.asyncIterator]()

  /** What it says next; nothing if it ends before, or takes too long. */
  async function says(): Promise<string | undefined> {
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
    const { value } = (await said.next()) as { value?: string }
    clearTimeout(timer)
    return value
  }

  return {
    options,
    says,
    tell: (number: number) => child.stdin.write(`${number}\n`),
    signal: (signal: NodeJS.Signals) => child.kill(signal),
    /** Resolves once it has ended by itself. */
    async ended(): Promise<void> {
      const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
      await ended
      clearTimeout(timer)
    },
    async kill(): Promise<void> {
      killed = child.kill('SIGKILL')
      await ended
    },
    /** Whether it ended otherwise than by `kill` or as it should. */
    failed: () => !killed && child.exitCode !== 0,
  }
}
