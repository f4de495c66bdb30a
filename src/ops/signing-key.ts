import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeSigningKey, readSigningKey, NoteRefused, type SigningKey } from '../events/log/merkle/note-key.ts'
import { Unusable } from './unusable.ts'

const FILE = 'signing-key'

type Place = { dataDir: string; signingKey?: string | undefined }

/**
 * The key that checkpoints are signed with: that of the settings, or else the one in `DATA_DIR`, which is made at the first start.
 * None, and this is said, where it cannot be kept. Throws `Unusable`.
 */
export function openSigningKey({ dataDir, signingKey }: Place, say: (line: string) => void): SigningKey | undefined {
  if (signingKey !== undefined) return read('SIGNING_KEY', signingKey)
  const file = join(dataDir, FILE)
  try {
    return read(file, readOrMake(dataDir, file))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    say(`Checkpoints are not signed: set SIGNING_KEY_FILE, or a DATA_DIR that can be written to (${message})`)
    return undefined
  }
}

/** The same key, if there is one already. Throws `Unusable`. */
export function findSigningKey({ dataDir, signingKey }: Place): SigningKey | undefined {
  if (signingKey !== undefined) return read('SIGNING_KEY', signingKey)
  const file = join(dataDir, FILE)
  return existsSync(file) ? read(file, readFileSync(file, 'utf8')) : undefined
}

function readOrMake(dataDir: string, file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    make(dataDir, file)
    return readFileSync(file, 'utf8')
  }
}

/** Whole at once, and the same for all who start at once. */
function make(dataDir: string, file: string): void {
  const draft = `${file}.${process.pid}`
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  writeFileSync(draft, `${makeSigningKey()}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
}

function read(where: string, text: string): SigningKey {
  try {
    return readSigningKey(text)
  } catch (error) {
    throw error instanceof NoteRefused ? new Unusable(`${where}: ${error.message}`) : error
  }
}
