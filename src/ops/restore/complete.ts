import type { Connection } from 'mysql2/promise'
import type { UserId } from '../../events/ids.ts'
import { instantToSqlTime } from '../../events/log/instants.ts'
import { plantTree } from '../../events/log/merkle/plant.ts'
import { Flaw } from '../audit/verdict.ts'
import { verifyLog } from '../audit/verify-log.ts'
import { openLedger, type Ledger } from '../ledger.ts'
import { progressTo } from '../progress.ts'
import { makeClaims } from './claims.ts'
import { cutBack } from './cut-back.ts'
import { forgetAgain, notErasedYet } from './forget.ts'
import type { Restored } from './proven-log.ts'
import type { Place, RestoreOptions } from './restore.ts'
import type { Target } from './target.ts'

export type Completed = {
  /** The last event of the file that was restored, and the root hash of those up to there, in base64. */
  position: number
  rootHash: string
  /** Who was erased since, and was erased again. */
  erased: UserId[]
  /** Of these, who could not be, as the only admin. */
  kept: UserId[]
}

type Options = Pick<RestoreOptions, 'erased' | 'say'>

/** Makes a ledger of the events and tables that were filled, and proves it. Throws `Flaw`. */
export async function complete(
  { url }: Place,
  { connection }: Target,
  restored: Restored,
  { erased: list, say }: Options,
): Promise<Completed> {
  await setHead(connection, restored)
  await plantTree(connection, say)
  await cutBack(connection, restored.position)
  const ledger = await openLedger(url)
  try {
    const erased = await notErasedYet(ledger.pool, list)
    await makeClaims(ledger.pool, ledger.log, restored.position)
    await prove(ledger, restored, say)
    const kept = await forgetAgain(ledger, list, erased)
    await project(ledger, say)
    const rootHash = restored.rootHash.toString('base64')
    return { position: restored.position, rootHash, erased, kept }
  } finally {
    await ledger.close()
  }
}

async function setHead(connection: Connection, { position, recordedAt }: Restored): Promise<void> {
  if (recordedAt === undefined) return
  const sql = 'update log_head set position = ?, recorded_at = ? where id = 1'
  await connection.query(sql, [position, instantToSqlTime(recordedAt)])
}

/** Computes everything anew from what is stored now, and holds it against what was read. */
async function prove({ pool }: Ledger, { position, rootHash }: Restored, say: Options['say']): Promise<void> {
  const kept = { what: 'what was restored', position, rootHash }
  const verdict = await verifyLog(pool, { kept, onProgress: progressTo('Proving the log', say) })
  if (!verdict.ok) throw new Flaw(verdict.position, verdict.problem)
}

/** The tables of the projections were made empty when the ledger was opened. */
async function project({ projections }: Ledger, say: Options['say']): Promise<void> {
  const shown = progressTo('Building every projection', say)
  await projections.rebuild(undefined, { onProgress: ({ position, of }) => shown(position, of) })
  say('Comparing every projection with the log …')
  const { ok, differences } = await projections.check()
  if (!ok) throw new Error(`The projections are not what the log says: ${JSON.stringify(differences[0])}`)
}
