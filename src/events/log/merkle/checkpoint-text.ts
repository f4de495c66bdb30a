import { NoteRefused } from './note.ts'
import type { Hash } from './tree.ts'

/** What a checkpoint says: that the first `position` events of the ledger called `origin` hash to `rootHash`. */
export type Checkpoint = { origin: string; position: number; rootHash: Hash }

/** The text of a checkpoint that is signed (c2sp.org/tlog-checkpoint). */
export function checkpointText({ origin, position, rootHash }: Checkpoint): string {
  return `${origin}\n${position}\n${rootHash.toString('base64')}\n`
}

/** What follows the three lines is for others. Throws `NoteRefused`. */
export function readCheckpoint(text: string): Checkpoint {
  const [origin = '', size = '', root = ''] = text.split('\n')
  const rootHash = Buffer.from(root, 'base64')
  const isWhole = text.endsWith('\n') && /^(0|[1-9]\d{0,14})$/.test(size) && rootHash.toString('base64') === root
  if (!origin || !isWhole || rootHash.length !== 32) {
    throw new NoteRefused('Expected a checkpoint: the lines origin, size and root hash in base64')
  }
  return { origin, position: Number(size), rootHash }
}
