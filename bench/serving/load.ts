import { createRequire } from 'node:module'
import * as z from 'zod'
import { outputOf, startNode } from '../run/child.ts'

const autocannon = createRequire(import.meta.url).resolve('autocannon')
const Result = z.object({ requests: z.object({ average: z.number() }), non2xx: z.int(), errors: z.int() })

type Load = { target: string; cookie: string; body: object; connections: number; seconds: number }

/** Answers per second to POSTs on `connections`, each of which waits for its answer; autocannon has a process of its own. */
export async function load({ target, cookie, body, connections, seconds }: Load): Promise<number> {
  const headers = ['content-type: application/json', `cookie: ${cookie}`].flatMap((header) => ['-H', header])
  const amount = ['-c', String(connections), '-d', String(seconds)]
  const args = [autocannon, '--json', '-n', ...amount, '-m', 'POST', ...headers, '-b', JSON.stringify(body), target]
  const child = startNode(args, { stdio: ['ignore', 'pipe', 'ignore'] })
  const { requests, non2xx, errors } = Result.parse(JSON.parse(await outputOf(child)))
  if (non2xx > 0 || errors > 0) throw new Error(`${target}: ${non2xx} refused, ${errors} failed`)
  return requests.average
}
