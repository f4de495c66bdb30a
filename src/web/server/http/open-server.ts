import { createServer, STATUS_CODES, type RequestListener, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Problem } from '../../api.ts'

/** How long somebody may take, in milliseconds. Those who take their time on purpose, with many connections, are cut off by it. */
export const patience = {
  /** For the first line and the headers of a request. */
  headers: 10_000,
  /** For all of a request: a file of some megabytes over a slow line. */
  request: 60_000,
  /** In which nothing at all comes or is taken. Live connections show a sign of life more often. */
  silence: 120_000,
  /** Between two requests on one connection: longer than proxies and browsers keep one, so that none asks on one that is being closed. */
  idle: 75_000,
  /** Between two looks at who is late. */
  look: 1_000,
}

/** A server that waits for nobody for ever, and refuses what is no HTTP in the form in which everything else is refused. */
export function openServer(listener: RequestListener, { headers, request, silence, idle, look } = patience): Server {
  const times = { headersTimeout: headers, requestTimeout: request, keepAliveTimeout: idle }
  const server = createServer({ ...times, connectionsCheckingInterval: look }, listener)
  server.timeout = silence
  return server.on('clientError', refuse)
}

/** What Node finds wrong before there is a request. */
const refusals: { readonly [code: string]: { status: number; detail: string } } = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, detail: 'The request took too long to come' },
  HPE_HEADER_OVERFLOW: { status: 431, detail: 'The headers are larger than 16 kB' },
}
const malformed = { status: 400, detail: 'This is no HTTP request' }

function refuse({ code = '' }: NodeJS.ErrnoException, connection: Duplex & { bytesWritten?: number }): void {
  // Into an answer that may be under way nothing is written.
  if (!connection.writable || connection.bytesWritten) return void connection.destroy()
  const { status, detail } = refusals[code] ?? malformed
  const title = STATUS_CODES[status] ?? ''
  const problem: Problem = { type: 'urn:expense-ledger:problem:malformed', title, status, detail }
  const body = JSON.stringify(problem)
  const headers = ['Connection: close', 'Content-Type: application/problem+json', `Content-Length: ${body.length}`]
  connection.end([`HTTP/1.1 ${status} ${title}`, ...headers, 'Cache-Control: no-store', '', body].join('\r\n'))
}
