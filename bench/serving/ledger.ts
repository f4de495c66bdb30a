import { createInterface } from 'node:readline'
import { startNode, stop } from '../run/child.ts'
import { openClient } from './client.ts'

/** What a server logs is for whoever watches the run; standard output is for the result. */
const STDERR = 2

/** A server of ours in a process of its own. */
export type Served = { origin: string; stop(): Promise<void> }

/** The ledger as `npm start` runs it, on the database at `url`. */
export function serveLedger(url: string, nodeOptions: readonly string[] = []): Promise<Served> {
  return served([...nodeOptions, 'src/main.ts', 'serve'], {
    DATABASE_URL: url,
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'error',
    // Or one would be made in the folder of whoever measures.
    SIGNING_KEY: 'ab'.repeat(32),
  })
}

/** The bare Express app. */
export function serveEcho(): Promise<Served> {
  return served(['bench/serving/echo.ts'], {})
}

/** Starts a server that says on its standard error where it listens. */
async function served(args: readonly string[], settings: Record<string, string>): Promise<Served> {
  const child = startNode(args, { env: { ...process.env, ...settings }, stdio: ['ignore', STDERR, 'pipe'] })
  const lines = createInterface({ input: child.stderr ?? process.stdin })
  for await (const line of lines) {
    const [origin] = /http:\/\/\S+/.exec(line) ?? []
    if (origin !== undefined) {
      child.stderr?.pipe(process.stderr)
      return { origin, stop: () => stop(child) }
    }
    console.error(line)
  }
  throw new Error(`${args.join(' ')} ended before it listened`)
}

const PASSWORD = 'correct horse battery'
export const ana = { name: 'Ana', email: 'ana@example.com', password: PASSWORD }

/** The cookie of the first user, made just now. */
export async function register(origin: string): Promise<string> {
  const client = openClient(origin)
  const { cookie } = await client.post('/api/users', ana)
  client.close()
  return cookie
}

/** The cookie of a user who is there. */
export async function signIn(origin: string): Promise<string> {
  const client = openClient(origin)
  const { cookie } = await client.post('/api/session', { email: ana.email, password: PASSWORD })
  client.close()
  return cookie
}
