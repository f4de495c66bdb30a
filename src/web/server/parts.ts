import type { Logger } from 'pino'
import type { Handle } from '../../commands/handle.ts'
import type { Log } from '../../events/log/log.ts'
import type { Checkpoints } from '../../events/log/merkle/checkpoints.ts'
import type { Tree } from '../../events/log/merkle/stored-tree.ts'
import type { Projections } from '../../projections/projections.ts'
import type { AccessLog } from './access-log/access-log.ts'
import type { Auditing } from './audit/auditing.ts'
import type { Erasures } from './erasing/erasures.ts'
import type { Health } from './health/health.ts'
import type { Metrics } from './metrics/metrics.ts'
import type { FillWithDemo } from './demo.ts'
import type { SecondFactors } from './second-factor/store.ts'
import type { Passwords } from './signing-in/passwords.ts'
import type { Limits } from './signing-in/limits.ts'
import type { PreferencesStore } from './preferences/store.ts'
import type { Sessions } from './signing-in/sessions.ts'
import type { Tokens } from './signing-in/tokens.ts'

/** What the server is built from; `main.ts` puts it together. */
export type Parts = {
  log: Pick<
    Log,
    | 'readStreams'
    | 'readAfter'
    | 'readAt'
    | 'appended'
    | 'holder'
    | 'digest'
    | 'requestDigest'
    | 'head'
    | 'positionAt'
    | 'expensesOfBatch'
    | 'batchOfCommand'
  >
  /** Over the events of the log. */
  tree: Tree
  checkpoints: Checkpoints
  auditing: Auditing
  handle: Handle
  projections: Projections
  sessions: Sessions
  tokens: Tokens
  passwords: Passwords
  limits: Limits
  accessLog: AccessLog
  secondFactors: SecondFactors
  preferences: PreferencesStore
  erasures: Erasures
  fillWithDemo: FillWithDemo
  health: Health
  metrics: Metrics
  /** The commit that this was built from, where that is known. */
  commit?: string | undefined
  /** Who has it may read the metrics; without one they are for this machine alone. */
  metricsToken?: string | undefined
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
  /** Aborted when the ledger is told to stop: what would stay open then ends. */
  stopping?: AbortSignal | undefined
}
