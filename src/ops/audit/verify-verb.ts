import { createReadStream, readFileSync, statSync } from 'node:fs'
import { NoteRefused, readVerifierKey } from '../../events/log/merkle/note-key.ts'
import { openPool } from '../../events/log/connect.ts'
import type { Config } from '../../config.ts'
import { findSigningKey } from '../signing-key.ts'
import { asUnusable } from '../passing.ts'
import { progressTo } from '../progress.ts'
import { Unusable } from '../unusable.ts'
import { openCheckpoint, readKept } from './held-checkpoint.ts'
import type { Held } from './tree.ts'
import type { Verdict } from './verdict.ts'
import { verifyFile } from './verify-file.ts'
import { verifyLog } from './verify-log.ts'

type Given = { key?: string | undefined; checkpoint?: string | undefined; json: boolean }
type Say = (line: string) => void

/** Bytes of a file. */
const AT_ONCE = 256 * 1024

/** Verifies the log in the database at `url`, whose checkpoints are signed with the ledger's own key, if that is known here. */
export async function verifyDatabase(url: string, config: Config, given: Given, say: Say): Promise<number> {
  const ownKey = findSigningKey(config)?.verifierKey
  const kept = keptIn(given, ownKey)
  const pool = openPool(url, 2)
  try {
    const onProgress = progressTo('Verifying the log', say)
    return tell(await verifyLog(pool, { verifierKey: keyIn(given) ?? ownKey, kept, onProgress }), given, say)
  } catch (error) {
    throw asUnusable(error)
  } finally {
    await pool.end()
  }
}

/** Verifies an audit export. Needs nothing but the file. */
export async function verifyExport(file: string, given: Given, say: Say): Promise<number> {
  const verifierKey = keyIn(given)
  if (verifierKey === undefined) {
    throw new Unusable('Expected --key with the public key of the ledger: <name>+<id>+<base64>')
  }
  const kept = keptIn(given, undefined)
  try {
    const { size } = statSync(file)
    const shown = progressTo(`Verifying ${file}`, say)
    const options = { verifierKey, kept, onProgress: (bytes: number) => shown(bytes, size) }
    return tell(await verifyFile(createReadStream(file, { highWaterMark: AT_ONCE }), options), given, say)
  } catch (error) {
    throw isOfFile(error) ? new Unusable(`${file} cannot be read (${error.message})`) : error
  }
}

function tell(verdict: Verdict, { json }: Given, say: Say): number {
  if (json) console.log(JSON.stringify(verdict))
  else if (verdict.ok) say(`All ${verdict.events} events are as they were recorded. Their root hash: ${verdict.head}`)
  else say(`Position ${verdict.position}: ${verdict.problem}`)
  return verdict.ok ? 0 : 1
}

/** A public key is given as it is, or as the path of a file with it. */
function keyIn({ key }: Given): string | undefined {
  if (key === undefined) return undefined
  const text = /^[^+\s]+\+[0-9a-f]{8}\+/.test(key) ? key : readText(key, '--key').trim()
  try {
    readVerifierKey(text)
    return text
  } catch (error) {
    throw error instanceof NoteRefused ? new Unusable(`--key: ${error.message}`) : error
  }
}

/** Whoever kept a checkpoint with its public key beside it believes that one rather than what the ledger says today. */
function keptIn(given: Given, ownKey: string | undefined): Held | undefined {
  const { checkpoint: file } = given
  if (file === undefined) return undefined
  const text = readText(file, '--checkpoint')
  try {
    const { note, publicKey } = readKept(text)
    const key = keyIn(given) ?? publicKey ?? ownKey
    if (key === undefined) throw new NoteRefused('Expected --key with the public key that it was signed with')
    return { what: `the checkpoint in ${file}`, ...openCheckpoint(note, key) }
  } catch (error) {
    throw error instanceof NoteRefused ? new Unusable(`${file}: ${error.message}`) : error
  }
}

function readText(file: string, option: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new Unusable(`${option}: ${file} cannot be read (${(error as Error).message})`)
  }
}

function isOfFile(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error
}
