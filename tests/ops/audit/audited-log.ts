import type { ExecutionContext } from 'ava'
import { createConnection } from 'mysql2/promise'
import { openCheckpoints } from '../../../src/events/log/merkle/checkpoints.ts'
import { plantTree } from '../../../src/events/log/merkle/plant.ts'
import { openTree } from '../../../src/events/log/merkle/stored-tree.ts'
import { verifyLog, type LogOptions } from '../../../src/ops/audit/verify-log.ts'
import { anaRegistered } from '../../examples.ts'
import { amendmentOf, appendOf, expense } from '../../events/log/appends.ts'
import { freshLog } from '../../events/log/fresh-log.ts'
import { testKey } from './forged.ts'

export type AuditedLog = Awaited<ReturnType<typeof auditedLog>>

const TABLES = ['events', 'log_head', 'tree_nodes', 'signed_checkpoints']

/**
 * A log of 281 events (Ana's registration; then commands of four: three expenses recorded and one of them amended), signed at
 * 101 and at the end; asked as the account that may do everything.
 */
export async function auditedLog(t: ExecutionContext) {
  const fresh = await freshLog(t)
  const { pool, url, log, rows } = fresh
  const checkpoints = openCheckpoints({ pool, tree: openTree(pool), key: testKey })

  /** Appends `commands` of four events each. */
  async function append(commands: number): Promise<void> {
    for (let count = 0; count < commands; count++) {
      const [first, ...others] = [expense(), expense(), expense()]
      await log.append(appendOf([first, ...others, amendmentOf(first)]))
    }
  }

  async function sign(): Promise<string> {
    const outcome = await checkpoints.sign()
    if ('refused' in outcome) throw new Error(outcome.refused)
    return outcome.signed.note
  }

  /** Brings what is kept of the tree to the last event; the writer may leave it some events behind. */
  async function plant(): Promise<void> {
    const connection = await createConnection({ uri: url })
    await plantTree(connection, () => undefined)
    await connection.end()
  }

  /** Makes all that is kept of the tree that of the events that are there now. */
  async function replant(): Promise<void> {
    await rows('delete from tree_nodes')
    await rows(`update log_head set frontier = ''`)
    await plant()
  }

  await log.append(appendOf([anaRegistered]))
  await append(25)
  await sign()
  await append(45)
  const note = await sign()
  await plant()
  for (const table of TABLES) await rows(`create table good_${table} as select * from ${table}`)

  /** Undoes all that was done to the log since. */
  async function restore(): Promise<void> {
    for (const table of TABLES) {
      await rows(`delete from ${table}`)
      await rows(`insert into ${table} select * from good_${table}`)
    }
  }

  /** Makes the hash that is kept with an event that of what now stands there. */
  async function rehash(position: number): Promise<void> {
    await rows(
      `update events set hash = unhex(sha2(concat(
         char(0), '{"actorId":', if(actor_id is null, 'null', concat('"', actor_id, '"')), ',"commandId":"', command_id,
         '","commandIndex":', command_index, ',"data":', data, ',"metadata":', metadata, ',"position":', position,
         ',"recordedAt":"', replace(recorded_at, ' ', 'T'), 'Z","stream":"', stream, '","type":"', type,
         '","userId":"', user_id, '","version":', version, '}'), 256)) where position = ?`,
      [position],
    )
  }

  const verify = (options: LogOptions = {}) => verifyLog(pool, { verifierKey: testKey.verifierKey, ...options })
  return { ...fresh, append, sign, note, restore, rehash, replant, verify }
}
