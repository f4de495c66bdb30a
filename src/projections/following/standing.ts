import type { Checkpoint, State } from '../tables/checkpoint.ts'
import type { Projection } from '../projection.ts'

/**
 * How far a projection has come, as this process knows it. A table of another release is for others to keep: it stands
 * where they have brought it.
 */
export type Standing = { position: number; state: State | 'another release'; error: string | null }

/** What the checkpoint of its table says of `projection`; `known` is what was known of it before. */
export function standingAt(
  { name, version }: Projection,
  checkpoint: Checkpoint,
  known: { saved: number; position: number },
): Standing {
  const { position, state, error } = checkpoint
  if (checkpoint.version !== version)
    return { position, state: 'another release', error: kept(name, checkpoint, version) }
  // What was seen to hold nothing of interest after the checkpoint still holds nothing; unless all begins anew.
  const begunAnew = position < known.saved
  return { position: begunAnew ? position : Math.max(position, known.position), state, error }
}

function kept(name: string, { version }: Checkpoint, own: number): string {
  if (version < own) return `The table ${name} is still of version ${version}: version ${own} is to be built`
  return `The table ${name} belongs to a newer release of the ledger, which keeps it in version ${version}`
}
