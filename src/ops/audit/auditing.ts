import type { Pool } from 'mysql2/promise'
import type { Checkpoints } from '../../events/log/merkle/checkpoints.ts'
import type { Auditing } from '../../web/server/audit/auditing.ts'
import { exportLog } from './export.ts'
import { openVerifyAside } from './verify-aside.ts'

type Parts = {
  url: string
  pool: Pool
  checkpoints: Pick<Checkpoints, 'sign'>
  /** The public key of what is signed here, if anything is. */
  verifierKey: string | undefined
}

/** What a serving ledger does for auditors. */
export function openAuditing({
  url,
  pool,
  checkpoints,
  verifierKey,
}: Parts): Auditing & { close: () => Promise<void> } {
  const { verify, close } = openVerifyAside({ url, verifierKey })
  return {
    verify,
    exportLog: async () => {
      const found = await exportLog(pool, checkpoints)
      return 'refused' in found ? found : { position: found.checkpoint.position, chunks: found.chunks }
    },
    close,
  }
}
