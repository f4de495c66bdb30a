import type { Logger } from 'pino'
import type { Handle } from '../../commands/handle.ts'
import type { Log } from '../../events/log/log.ts'
import type { Projections } from '../../projections/projections.ts'
import type { Passwords } from './passwords.ts'
import type { Sessions } from './sessions.ts'

/** What the server is built from; `main.ts` puts it together. */
export type Parts = {
  log: Pick<Log, 'readStreams' | 'holder' | 'requestDigest' | 'head'>
  handle: Handle
  projections: Projections
  sessions: Sessions
  passwords: Passwords
  /** Whether nobody has ever registered. */
  isFirstRun: () => Promise<boolean>
  logger: Logger
  /** Whether the fault is the database's and passes: such requests are answered 503. */
  isPassing: (error: unknown) => boolean
  /** Where browsers find the ledger, if that is not where it listens. */
  publicUrl?: URL | undefined
  /** Express's `trust proxy`. */
  trustProxy?: string | number | boolean | undefined
  /** The folder of the built page. */
  page: string
}
