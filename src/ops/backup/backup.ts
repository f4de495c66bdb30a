import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { openPool } from '../../events/log/connect.ts'
import { backupContent, type OnProgress } from './content.ts'
import { withGzipHeader } from './gzip-header.ts'
import type { End } from './lines.ts'
import { expectNew, writeNewFile } from './new-file.ts'
import { openEncryption } from './sealed.ts'
import { openSnapshot } from './snapshot.ts'

export type BackupOptions = {
  /** Without one the file is not encrypted. */
  passphrase?: string | undefined
  onProgress?: OnProgress | undefined
}

/** What a backup that was written holds: the log up to `position`. */
export type Written = { position: number; rootHash: string; bytes: number }

/** Fast rather than small: ids, hashes and sealed text do not get much smaller. */
const ZIP = { level: 1, chunkSize: 256 * 1024 }

/**
 * Writes the ledger in the database at `url` to a new `file`, as it is at one position, while commands go on. What cannot be
 * written whole is not written. Throws `Flaw` for a log that could not be restored.
 */
export async function backUp(url: string, file: string, options: BackupOptions = {}): Promise<Written> {
  const { passphrase, onProgress } = options
  expectNew(file)
  const encrypt = passphrase === undefined ? undefined : await openEncryption(passphrase)
  const pool = openPool(url, 2)
  const snapshot = await openSnapshot(url).catch(async (error: unknown) => {
    await pool.end()
    throw error
  })
  let rootHash = ''
  const onEnd = (end: End) => void ({ rootHash } = end)
  const content = () => backupContent({ pool, snapshot, onProgress, onEnd })
  try {
    const bytes = await writeNewFile(file, (stream) => {
      const zip = createGzip(ZIP)
      if (!encrypt) return pipeline(content, zip, withGzipHeader, stream)
      return pipeline(content, zip, withGzipHeader, encrypt, stream)
    })
    return { position: snapshot.header.position, rootHash, bytes }
  } finally {
    snapshot.close()
    await pool.end()
  }
}
