import type { SignedCheckpoint } from '../../api.ts'
import type { Server } from '../server.ts'
import { proves, type Digest } from './proof.ts'
import type { Step } from './steps.ts'

type Asked = Pick<Server, 'checkpoint' | 'proofOf'>

/** What came of it: the log was signed as of `position`, and all steps stand in it or not; or there is nothing to hold them against. */
export type Proven = { position: number; holds: boolean } | 'unproven'

/** Proves here, in the browser, that every one of `steps` stands in the log as the ledger has signed it. */
export async function prove(
  steps: readonly Step[],
  server: Asked,
  { subtle }: { subtle?: Digest },
  abort: AbortSignal,
): Promise<Proven> {
  const events = steps.flatMap(({ hashes }) => hashes)
  if (!subtle) return 'unproven'
  const { position: size, rootHash, note } = await server.checkpoint(abort)
  if (!saysSo(note, size, rootHash) || events.some(({ position }) => position > size)) return 'unproven'
  for (const event of events) {
    const proof = await server.proofOf(event.position, size, abort)
    if (!(await proves(subtle, proof, event, rootHash))) return { position: size, holds: false }
  }
  return { position: size, holds: true }
}

/** Whether the note that was signed is of these many events and this root. */
function saysSo(note: SignedCheckpoint['note'], size: number, rootHash: string): boolean {
  const [, count, root] = note.split('\n')
  return count === `${size}` && root === rootHash
}
