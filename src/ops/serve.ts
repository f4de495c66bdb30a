import { once } from 'node:events'
import type { RequestListener, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Config } from '../config.ts'
import { openServer } from '../web/server/http/open-server.ts'
import { starting } from '../web/server/starting.ts'
import { openDatabase } from './database.ts'
import { lastWords } from './last-words.ts'
import { openLogger } from './logger.ts'
import { openServing } from './serving.ts'
import { isProbe, turnedAway } from './turned-away.ts'
import { Unusable } from './unusable.ts'

/** Milliseconds that requests under way get to finish when the ledger is stopped: more than the longest read waits. */
const DRAIN = 7_000

/** Runs the ledger until it is told to stop by SIGINT or SIGTERM. Resolves to the exit code. */
export async function serve(config: Config, say: (line: string) => void): Promise<number> {
  const logger = openLogger(config.logLevel)
  // Sequelize tells the console when a transaction's connection was lost.
  console.warn = (line: unknown) => logger.warn(String(line))
  lastWords(logger, say)
  const stopping = stopSignal()
  // The port is taken first, so that one that is not free is told before anything is started.
  const { server, become, silentFor } = await listen(config, stopping)
  try {
    const database = await openDatabase(config, say, stopping)
    try {
      const { app, close } = await openServing(database.url, config, logger, stopping)
      become(app)
      say(`Expense Ledger on ${addressOf(server, config)}`)
      if (!stopping.aborted) await once(stopping, 'abort')
      say('Stopping …')
      if (config.drainSeconds > 0) await turnedAway(config.drainSeconds * 1000, silentFor)
      await drain(server)
      await close()
    } finally {
      await database.close()
    }
  } catch (error) {
    // Told to stop before there was anything to stop.
    if (!isAbort(error)) throw error
  } finally {
    server.close()
    server.closeAllConnections()
  }
  return 0
}

/** Listens at once; who comes before the ledger is ready is asked to come again, and who comes late to come elsewhere. */
async function listen(
  { host, port, releaseCommit }: Config,
  stopping: AbortSignal,
): Promise<{ server: Server; become: (app: RequestListener) => void; silentFor: () => number }> {
  let app = starting(releaseCommit)
  let lastAsked = 0
  const server = openServer((req, res) => {
    if (stopping.aborted) res.setHeader('Connection', 'close')
    if (!isProbe(req.url)) lastAsked = performance.now()
    app(req, res)
  })
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'EADDRINUSE') throw new Unusable(`Port ${port} is taken: stop what listens there, or set PORT`)
    if (code === 'EACCES') throw new Unusable(`Port ${port} may not be used by this user: set PORT to 1024 or more`)
    throw new Unusable(`HOST ${host} cannot be listened on: ${(error as Error).message}`)
  }
  return { server, become: (next) => (app = next), silentFor: () => performance.now() - lastAsked }
}

function stopSignal(): AbortSignal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  return stop.signal
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}

async function drain(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  // A connection is idle again once its request was answered, and then would be kept open for the next.
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const impatient = setTimeout(() => server.closeAllConnections(), DRAIN)
  await closed
  clearInterval(idle)
  clearTimeout(impatient)
}

function addressOf(server: Server, { host, publicUrl }: Config): string {
  if (publicUrl) return publicUrl.origin
  const { port } = server.address() as AddressInfo
  const local = ['127.0.0.1', '::1', '0.0.0.0', '::', 'localhost'].includes(host)
  return `http://${local ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`
}
