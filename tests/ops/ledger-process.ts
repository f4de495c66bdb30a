import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { ExecutionContext } from 'ava'
import { temporaryFolder } from '../temporary-folder.ts'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

/** A ledger in a process of its own, on a port that is free. Killed when the test ends. */
export function startLedger(t: ExecutionContext, env: Record<string, string>) {
  const child = spawn(process.execPath, [MAIN, 'serve'], {
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'silent', DATA_DIR: temporaryFolder(), ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  t.teardown(() => child.kill('SIGKILL'))
  let said = ''
  child.stderr.setEncoding('utf8')
  child.stderr.on('data', (text: string) => (said += text))
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, said }))

  /** Resolves once the ledger has said something like `pattern`, to what that matches. */
  async function says(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(said)
      if (match) return match
      const over = await Promise.race([ended, once(child.stderr, 'data').then(() => undefined)])
      if (over && !pattern.test(said)) throw new Error(`The ledger ended and said only: ${said}`)
    }
  }

  return {
    ended,
    says,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    address: async () => (await says(/^Expense Ledger on (http:\/\/localhost:\d+)$/m))[1] ?? '',
  }
}

/** Runs one verb of the command line to its end; `input` is what it is given on standard input. */
export async function runVerb(t: ExecutionContext, args: readonly string[], env: Record<string, string>, input = '') {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, ...env },
    stdio: 'pipe',
  })
  t.teardown(() => child.kill('SIGKILL'))
  // A verb that refuses its arguments ends before it reads anything.
  child.stdin.on('error', () => undefined).end(input)
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const [code, answered, said] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
  return { code, answered, said }
}
