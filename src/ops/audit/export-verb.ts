import { once } from 'node:events'
import { createWriteStream, rmSync } from 'node:fs'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openPool } from '../../events/log/connect.ts'
import { openCheckpoints } from '../../events/log/merkle/checkpoints.ts'
import { openTree } from '../../events/log/merkle/stored-tree.ts'
import type { Config } from '../../config.ts'
import { writeAccess } from '../../web/server/access-log/access-log.ts'
import { asUnusable } from '../passing.ts'
import { findSigningKey, openSigningKey } from '../signing-key.ts'
import { Unusable } from '../unusable.ts'
import { exportLog } from './export.ts'

type Given = { argument: string | undefined; 'with-keys'?: boolean | undefined; json: boolean }
type Say = (line: string) => void

/** Writes the audit export of the log in the database at `url` to a new file, or else to standard output. */
export async function exportAudit(url: string, config: Config, given: Given, say: Say): Promise<number> {
  const { argument: file, json } = given
  // A key that is made here is that of the private database; what signs a database elsewhere is settled where it is served.
  const key = config.databaseUrl === undefined ? openSigningKey(config, say) : findSigningKey(config)
  const pool = openPool(url, 2)
  try {
    const checkpoints = openCheckpoints({ pool, tree: openTree(pool), key })
    const found = await exportLog(pool, checkpoints, { withKeys: given['with-keys'] ?? false })
    if ('refused' in found) throw new Unusable(`Nothing of the log is signed, so no export is proven: ${found.refused}`)
    const { position, verifierKey } = found.checkpoint
    if (found.unsigned !== undefined) say(`The log is exported as it was signed before: ${found.unsigned}`)
    // Before anybody has a key.
    if (given['with-keys']) await writeAccess(pool, { type: 'LogExported' })
    await (file === undefined ? pipeline(found.chunks, process.stdout, { end: false }) : write(found.chunks, file))
    if (json && file !== undefined) console.log(JSON.stringify({ file, events: position, publicKey: verifierKey }))
    else say(`Exported ${position} events. What proves them: verify <file> --key ${verifierKey}`)
    return 0
  } catch (error) {
    throw asUnusable(error)
  } finally {
    await pool.end()
  }
}

/** Half a file is none. */
async function write(chunks: AsyncIterable<Buffer>, file: string): Promise<void> {
  const stream = await created(file)
  try {
    await pipeline(chunks, stream)
  } catch (error) {
    rmSync(file, { force: true })
    throw error
  }
}

/** For its owner alone: with keys in it, all that people wrote can be read. Nothing is overwritten. */
async function created(file: string): Promise<Writable> {
  const stream = createWriteStream(file, { flags: 'wx', mode: 0o600 })
  try {
    await once(stream, 'open')
    return stream
  } catch (error) {
    throw new Unusable(`${file} cannot be made: ${(error as Error).message}`)
  }
}
