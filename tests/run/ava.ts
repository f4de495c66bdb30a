import { spawn } from 'node:child_process'
import { ended } from './program.ts'
import type { Result } from './result.ts'
import { tapReader } from './tap.ts'

interface AvaOptions {
  /** All test files if there are none. */
  files: readonly string[]
  env: NodeJS.ProcessEnv
  /** Told each result as it comes. */
  tell: (result: Result) => void
  signal: AbortSignal
}

/** Runs the tests. Resolves to their results in the order in which they came, and to whether ava is content with the run. */
export async function runAva({
  files,
  env,
  tell,
  signal,
}: AvaOptions): Promise<{ results: Result[]; content: boolean }> {
  const results: Result[] = []
  const reader = tapReader((result) => {
    results.push(result)
    tell(result)
  })
  const child = spawn(process.execPath, ['node_modules/ava/entrypoints/cli.mjs', '--tap', ...files], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    signal,
    // Ava then lets running tests put away what they made.
    killSignal: 'SIGINT',
  })
  child.stdout.pipe(reader)
  return { results, content: (await ended(child)) === 0 }
}
