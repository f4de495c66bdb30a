import type { Pool, RowDataPacket } from 'mysql2/promise'
import { checkpointText, readCheckpoint, type Checkpoint } from './checkpoint-text.ts'
import type { SigningKey } from './note-key.ts'
import { NoteRefused, openNote } from './note.ts'
import { signable, Unsignable } from './signable.ts'
import type { Tree } from './stored-tree.ts'
import { EventsMissing } from './tiles.ts'

/** A checkpoint as it is kept: the note, and the key that proves it. */
export type SignedCheckpoint = Omit<Checkpoint, 'origin'> & { note: string; verifierKey: string }
/** `refused` says in words why the log could not be signed as it is; `newest` is what there is. */
export type Signed = { signed: SignedCheckpoint } | { refused: string; newest: SignedCheckpoint | undefined }

export type Checkpoints = ReturnType<typeof openCheckpoints>

/** The signed checkpoints of a log. Without a `key`, or with another than before, nothing is signed. */
export function openCheckpoints({ pool, tree, key }: { pool: Pool; tree: Tree; key: SigningKey | undefined }) {
  let problem: string | undefined

  /** Signs the log as it is now; what is signed already is not signed again. */
  async function sign(): Promise<Signed> {
    let last: SignedCheckpoint | undefined
    try {
      last = await newest()
      const signed = await signAfter(last)
      problem = undefined
      return { signed }
    } catch (error) {
      if (!isOfTheLog(error)) throw error
      problem = error.message
      return { refused: problem, newest: last }
    }
  }

  /** Whoever signed it. */
  async function newest(): Promise<SignedCheckpoint | undefined> {
    const [[row]] = await pool.query<RowDataPacket[]>(
      'select note, verifier_key as verifierKey from signed_checkpoints order by position desc limit 1',
    )
    if (!row) return undefined
    const { note, verifierKey } = row as { note: string; verifierKey: string }
    const { position, rootHash } = readCheckpoint(openNote(note, verifierKey))
    return { position, rootHash, note, verifierKey }
  }

  async function signAfter(last: SignedCheckpoint | undefined): Promise<SignedCheckpoint> {
    if (!key) throw new Unsignable('there is no key to sign with')
    const { name, verifierKey } = key
    if (last && last.verifierKey !== verifierKey) {
      throw new Unsignable(`the key here is ${nameOf(verifierKey)}, and ${nameOf(last.verifierKey)} has signed before`)
    }
    const { position, rootHash } = await signable(pool, tree, last)
    if (last?.position === position) return last
    const note = key.sign(checkpointText({ origin: name, position, rootHash }))
    // Of several processes with one key each writes the same.
    const sql = 'insert ignore into signed_checkpoints (position, note, verifier_key) values (?)'
    await pool.query(sql, [[position, note, verifierKey]])
    return { position, rootHash, note, verifierKey }
  }

  return {
    sign,
    /** Why the last attempt to sign was refused. */
    problem: () => problem,
  }
}

/** What is wrong with the log or the key, and not with the database or this program. */
function isOfTheLog(error: unknown): error is Error {
  return error instanceof Unsignable || error instanceof EventsMissing || error instanceof NoteRefused
}

/** Enough of a verifier key to tell it from others. */
function nameOf(verifierKey: string): string {
  return verifierKey.split('+').slice(0, 2).join('+')
}
