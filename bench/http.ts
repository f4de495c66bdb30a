import autocannon from 'autocannon'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { compared, sideBySide, type Line } from './measure.ts'

const CONNECTIONS = 64
const expense = {
  category: 'Food',
  description: 'Lunch with Mara',
  date: '2026-11-23',
  amount: '12.50',
  currency: 'EUR',
}

/** `POST /api/expenses`, signed in, beside a bare Express app that parses and answers the same JSON. */
export async function benchHttp(url: string, rounds: number, seconds: number): Promise<Line[]> {
  const env = { ...process.env, DATABASE_URL: url, PORT: '0', HOST: '127.0.0.1' }
  const ledger = await start(['src/main.ts', 'serve'], env)
  const echo = await start(['bench/echo.ts'], process.env)
  try {
    const cookie = await register(ledger.origin)
    const categoryId = await addCategory(ledger.origin, cookie)
    const { category: _category, ...texts } = expense
    const headers = { 'content-type': 'application/json', cookie }
    const rates = await sideBySide(rounds, {
      byName: () => load(`${ledger.origin}/api/expenses`, seconds, headers, expense),
      byId: () => load(`${ledger.origin}/api/expenses`, seconds, headers, { ...texts, categoryId }),
      echo: () => load(`${echo.origin}/api/expenses`, seconds, headers, expense),
    })
    return [
      compared('POST /api/expenses, 64 connections', rates.byId, 'bare Express', rates.echo, '30 %'),
      compared('the same with the category by name', rates.byName, 'bare Express', rates.echo),
    ]
  } finally {
    await Promise.all([stop(ledger.child), stop(echo.child)])
  }
}

async function load(target: string, seconds: number, headers: Record<string, string>, body: object): Promise<number> {
  const answer = { method: 'POST' as const, headers, body: JSON.stringify(body) }
  const result = await autocannon({ url: target, connections: CONNECTIONS, duration: seconds, ...answer })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${target}: ${result.non2xx} refused, ${result.errors} failed`)
  return result.requests.average
}

/** Starts a server of ours that says where it listens. */
async function start(args: string[], env: NodeJS.ProcessEnv): Promise<{ child: ChildProcess; origin: string }> {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'pipe'] })
  for await (const line of createInterface({ input: child.stderr })) {
    const [origin] = /http:\/\/\S+/.exec(line) ?? []
    if (origin !== undefined) {
      child.stderr.resume()
      return { child, origin }
    }
    console.error(line)
  }
  throw new Error(`${args.join(' ')} ended before it listened`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

async function register(origin: string): Promise<string> {
  const ana = { name: 'Ana', email: 'ana@example.com', password: 'correct horse battery' }
  const answer = await post(`${origin}/api/users`, ana)
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

async function addCategory(origin: string, cookie: string): Promise<string> {
  const answer = await post(`${origin}/api/categories`, { name: 'Food', colour: '#3d9068' }, { cookie })
  return ((await answer.json()) as { id: string }).id
}

async function post(target: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
  const answer = await fetch(target, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${target}: ${answer.status} ${await answer.text()}`)
  return answer
}
