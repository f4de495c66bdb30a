import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

export type Options = {
  env?: Record<string, string>
  cwd?: string
  /** What it is given on standard input. */
  input?: string
}

export type Outcome = { code: number | null; said: string; complained: string }

/** Debian's own programs first: what was put beside them may be another release that cannot do what is wanted here. */
const PATH = ['/usr/local/sbin', '/usr/sbin', '/usr/bin', '/sbin', '/bin', process.env.PATH ?? ''].join(':')

export const environment = (more: Record<string, string> = {}) => ({ ...process.env, PATH, ...more })

const running = new Set<ChildProcess>()

/** Ends what still runs: after a failure nobody waits for it. */
export function endAll(): void {
  for (const child of running) child.kill()
}

/** Runs a program to its end, however that is. */
export async function attempt(program: string, args: readonly string[], options: Options = {}): Promise<Outcome> {
  const { env = {}, cwd, input = '' } = options
  const child = spawn(program, args, { env: environment(env), cwd, stdio: 'pipe' })
  running.add(child)
  child.stdin.on('error', () => undefined).end(input)
  const [[code], said, complained] = await Promise.all([
    once(child, 'close') as Promise<[number | null]>,
    text(child.stdout),
    text(child.stderr),
  ])
  running.delete(child)
  return { code, said, complained }
}

/** Runs a program that has to end well; resolves to what it said. */
export async function run(program: string, args: readonly string[], options: Options = {}): Promise<string> {
  const { code, said, complained } = await attempt(program, args, options)
  if (code === 0) return said.trim()
  throw new Error(`${program} ${args.join(' ')} ended with ${code}\n${said}${complained}`)
}
