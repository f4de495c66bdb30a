import type { RequestListener } from 'node:http'
import type { Problem } from '../api.ts'
import { healthOf } from './health/release.ts'

const problem: Problem = {
  type: 'urn:expense-ledger:problem:unavailable',
  title: 'Not available just now',
  status: 503,
  detail: 'The ledger is starting. Try again.',
}

/** What is answered before the ledger is ready: that it is alive, and to come again. */
export function starting(commit?: string): RequestListener {
  const alive = JSON.stringify(healthOf('starting', commit))
  return ({ url = '' }, res) => {
    const headers = { 'Cache-Control': 'no-store', 'Retry-After': '1' }
    if (url === '/healthz') {
      res.writeHead(200, { ...headers, 'Content-Type': 'application/json' }).end(alive)
    } else if (url.startsWith('/api/')) {
      res.writeHead(503, { ...headers, 'Content-Type': 'application/problem+json' }).end(JSON.stringify(problem))
    } else {
      // A browser asks again by itself.
      res.writeHead(503, { ...headers, 'Content-Type': 'text/plain', Refresh: '1' }).end('The ledger is starting.\n')
    }
  }
}
