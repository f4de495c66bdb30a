import type { Pool, RowDataPacket } from 'mysql2/promise'
import type { Checkpoint } from './checkpoint-text.ts'
import { readFrontier } from './edge.ts'
import { provesConsistency } from './proofs.ts'
import type { Tree } from './stored-tree.ts'
import { rootOf } from './tree.ts'

type Signable = Omit<Checkpoint, 'origin'>

/** Why the log cannot be signed as it is, in words. */
export class Unsignable extends Error {}

/**
 * The log as it is now, with its root computed from what is stored. Throws `Unsignable` if that is not the root that the writer has
 * kept, or if the log does not begin with `last`, and `EventsMissing`.
 */
export async function signable(pool: Pool, tree: Tree, last: Signable | undefined): Promise<Signable> {
  const [[head]] = await pool.query<RowDataPacket[]>('select position, frontier from log_head where id = 1')
  const position = Number(head?.position)
  const frontier = readFrontier(head?.frontier as Buffer, position)
  const keptHash = await tree.rootAt(frontier.size)
  if (!rootOf(frontier).equals(keptHash)) {
    throw new Unsignable('the events that are stored are not those that were appended')
  }
  const rootHash = await tree.rootAt(position)
  if (last) await expectBeginning(tree, last, { position, rootHash })
  return { position, rootHash }
}

async function expectBeginning(tree: Tree, last: Signable, { position, rootHash }: Signable): Promise<void> {
  if (last.position > position) {
    throw new Unsignable(`the log ends at position ${position}, and was signed up to ${last.position}`)
  }
  // Nothing is the beginning of everything.
  if (last.position === 0) return
  const proof = await tree.consistency(last.position, position)
  if (!provesConsistency(proof, last.rootHash, rootHash)) {
    throw new Unsignable(`the log does not begin with what was signed at position ${last.position}`)
  }
}
