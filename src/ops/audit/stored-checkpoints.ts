import type { Pool } from 'mysql2/promise'
import { NoteRefused } from '../../events/log/merkle/note.ts'
import { openCheckpoint } from './held-checkpoint.ts'
import { readSigned, type SignedRow } from './stored-log.ts'
import type { Held } from './tree.ts'
import { Flaw } from './verdict.ts'

/** The checkpoints that the ledger has signed and stored, read on as far as they are needed. */
export function openStoredCheckpoints(pool: Pool, verifierKey: string | undefined) {
  const rows = new Map<number, SignedRow>()
  let read = 0
  return {
    /** Those of up to `upTo` events. */
    async read(upTo: number): Promise<void> {
      rows.clear()
      for (const row of await readSigned(pool, read, upTo)) rows.set(row.position, row)
      read = upTo
    },
    /** Opened only here, so that an event before it that is wrong is found first. Throws `Flaw` for one without a good signature. */
    at(position: number): Held | undefined {
      const row = rows.get(position)
      return row && open(row, verifierKey)
    },
  }
}

function open({ position, note, verifierKey }: SignedRow, key = verifierKey): Held {
  const what = `the checkpoint at ${position}`
  try {
    const checkpoint = openCheckpoint(note, key)
    if (checkpoint.position === position) return { what, ...checkpoint }
    throw new Flaw(position, `the checkpoint that is stored here is of ${checkpoint.position} events`)
  } catch (error) {
    if (error instanceof NoteRefused) throw new Flaw(position, `${what} is not as it was signed: ${error.message}`)
    throw error
  }
}
