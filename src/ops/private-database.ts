import { holding, tryHold } from './private-database/hold.ts'
import type { Hold } from './private-database/hold.ts'
import { preparePlace } from './private-database/place.ts'
import type { Place } from './private-database/place.ts'
import { reachServer } from './private-database/start.ts'
import type { Say } from './private-database/start.ts'
import { stopServer } from './private-database/stop.ts'
import { Unusable } from './unusable.ts'

export interface PrivateDatabase {
  /** Where the server's root reaches `database`, which need not exist, as mysql2's `uri`. The empty name is none. */
  readonly adminUrl: (database: string) => string
  /**
   * The same for the account that the ledger serves with, which may not exist either. It has no password: whoever may open the
   * socket, and nobody else may, is root there if they like. It is no lock, but keeps what serves from rewriting the past.
   */
  readonly url: (database: string) => string
  /** Lets go of the server, and stops it if nobody else uses it. The caller has closed its connections. */
  stop(): Promise<void>
}

export interface PrivateDatabaseOptions {
  /** The server's files go into `database` in here. */
  dataDir: string
  /** Told what takes longer than a moment. */
  say?: Say
  /** Whether commits survive a power cut; true unless said. */
  durable?: boolean
}

/**
 * Opens the ledger's own database server, on a Unix socket in `dataDir`, and starts it if it does not run. Any number of
 * processes may have it open, `ledger check` beside `ledger serve`: the last one to stop it stops it. One that is killed
 * leaves it running, for the next to go on with. Throws `Unusable` if there is no server or no place for one.
 */
export async function openPrivateDatabase(options: PrivateDatabaseOptions): Promise<PrivateDatabase> {
  const { dataDir, say = () => undefined, durable = true } = options
  try {
    const place = preparePlace(dataDir)
    const use = await holding(place.lock, () => join(place, durable, say))
    let stopped: Promise<void> | undefined
    const urlOf = (user: string, database: string) =>
      `mysql://${user}@localhost/${encodeURIComponent(database)}?socketPath=${encodeURIComponent(place.socket)}`
    return {
      adminUrl: (database) => urlOf('root', database),
      url: (database) => urlOf('ledger', database),
      stop: () => (stopped ??= holding(place.lock, () => leave(place, use))),
    }
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    throw new Unusable(`The data folder ${dataDir} cannot be used: ${error.message}`)
  }
}

async function join(place: Place, durable: boolean, say: Say): Promise<Hold> {
  await reachServer(place, durable, say)
  const use = tryHold(place.users, 'together')
  if (!use) throw new Unusable(`${place.users} is locked by a program that is not the ledger.`)
  return use
}

async function leave(place: Place, use: Hold): Promise<void> {
  use.release()
  const alone = tryHold(place.users, 'alone')
  if (!alone) return
  alone.release()
  await stopServer(place)
}
