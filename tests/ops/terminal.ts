import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { ExecutionContext } from 'ava'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

/**
 * Runs a verb on a terminal of its own, where somebody answers each prompt in turn. Resolves to all that was to be seen there:
 * what the verb said, and what the terminal itself showed of the answers.
 */
export async function onTerminal(
  t: ExecutionContext,
  args: readonly string[],
  env: Record<string, string>,
  answers: readonly [prompt: RegExp, answer: string][],
) {
  const command = [process.execPath, MAIN, ...args].map((word) => `'${word}'`).join(' ')
  const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  t.teardown(() => child.kill('SIGKILL'))
  const ended = once(child, 'close')
  const open = [...answers]
  let shown = ''
  let unanswered = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text
    unanswered += text
    const [prompt, answer] = open[0] ?? []
    if (!prompt?.test(unanswered)) return
    open.shift()
    unanswered = ''
    child.stdin.write(answer)
  })
  const [code] = (await ended) as [number | null]
  return { code, shown }
}
