import { fileURLToPath } from 'node:url'
import type { Express } from 'express'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import { createApp } from '../web/server/app.ts'
import { openAccessLog } from '../web/server/access-log/access-log.ts'
import { openErasures } from '../web/server/erasing/erasures.ts'
import { openHealth } from '../web/server/health/health.ts'
import { openMetrics } from '../web/server/metrics/metrics.ts'
import { openPreferences } from '../web/server/preferences/store.ts'
import { openSecondFactors } from '../web/server/second-factor/store.ts'
import { firstRun } from '../web/server/signing-in/first-run.ts'
import { openLimits } from '../web/server/signing-in/limits.ts'
import { openPasswords } from '../web/server/signing-in/passwords.ts'
import { openSessions } from '../web/server/signing-in/sessions.ts'
import { openTokens } from '../web/server/signing-in/tokens.ts'
import { openAuditing } from './audit/auditing.ts'
import { openDemo } from './demo/on-request.ts'
import { openErasedList } from './erased-list.ts'
import { finishErasures } from './erasing.ts'
import { expectAdmin } from './first-admin.ts'
import { openLedger } from './ledger.ts'
import { isPassing } from './passing.ts'
import { useOf } from './pool-use.ts'
import { forgetOld } from './retention.ts'
import { openSigning } from './signing.ts'

const PAGE = fileURLToPath(new URL('../../dist/client', import.meta.url))

/** What answers requests, and how to end what goes on beside them. */
export type Serving = { app: Express; close: () => Promise<void> }

/** The ledger in the migrated database at `url`, with its web and all that goes on in the background. */
export async function openServing(
  url: string,
  config: Config,
  logger: Logger,
  stopping: AbortSignal,
): Promise<Serving> {
  const metrics = openMetrics()
  const onError = (error: unknown) => logger.error({ err: error }, 'A projection stopped')
  const onReportsEnded = (error: unknown) => logger.error({ err: error }, 'The thread that replays for reports ended')
  const ledger = await openLedger(url, { onError, onReportsEnded, onBatch: metrics.onBatch })
  const { pool, log, handle, projections } = ledger
  const isFirstRun = firstRun({ log })
  await expectAdmin(config, isFirstRun).catch(async (error: unknown) => {
    await ledger.close()
    throw error
  })
  const health = openHealth(log, projections)
  const { tree, checkpoints, publicKey, sign } = openSigning(ledger, config, logger)
  const auditing = openAuditing({ url, pool, checkpoints, verifierKey: publicKey })
  const erased = openErasedList(config.dataDir)
  const erasures = openErasures({ pool, log, projections, note: (userId) => erased.add(userId) })
  const accessLog = openAccessLog({ pool, logger })
  const background = [
    ...[projections.follow(), forgetOld(pool, config, logger), finishErasures(erasures, logger)],
    ...[health.watch(), sign()],
  ]
  const { publicUrl, trustProxy, metricsToken, releaseCommit: commit } = config
  metrics.addPool('log', () => useOf(pool))
  metrics.addPool('projections', projections.connections)
  const app = createApp({
    ...{ log, tree, checkpoints, auditing, handle, projections, health, metrics, logger, isPassing, stopping },
    ...{ publicUrl, trustProxy, metricsToken, commit, page: PAGE },
    sessions: openSessions(pool),
    tokens: openTokens(pool),
    passwords: openPasswords(pool),
    limits: openLimits({ pool, log }),
    accessLog,
    secondFactors: openSecondFactors({ pool, log }),
    preferences: openPreferences(pool),
    erasures,
    fillWithDemo: openDemo({ handle, log }),
    isFirstRun,
  })
  async function close(): Promise<void> {
    for (const work of background) work.unsubscribe()
    await auditing.close()
    await accessLog.close()
    await ledger.close()
  }
  return { app, close }
}
