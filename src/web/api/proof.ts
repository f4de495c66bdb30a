import * as z from 'zod'

/** An RFC 6962 hash: 32 bytes. */
const Hash = z.base64().length(44)
const Position = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, { error: 'Expected a position: a whole number, 1 or more' })
  .transform(Number)

/** `note` is a signed note with a tlog-checkpoint in it, `publicKey` the verifier key that proves it (both c2sp.org). */
export const SignedCheckpoint = z.strictObject({
  position: z.int(),
  rootHash: Hash,
  note: z.string(),
  publicKey: z.string(),
})
export type SignedCheckpoint = z.infer<typeof SignedCheckpoint>

/** That an event is in the log as it was when it had `size` events; as it is now, unless said. */
export const InclusionQuery = z.strictObject({ position: Position, size: Position.optional() })
/** `index` is counted from 0, so it is the position less one. `path` begins with the hash beside the leaf. */
export const InclusionProof = z.strictObject({
  index: z.int(),
  size: z.int(),
  leafHash: Hash,
  path: z.array(Hash),
})
export type InclusionProof = z.infer<typeof InclusionProof>

/** That the log up to position `to` begins with all that it was at position `from`. */
export const ConsistencyQuery = z.strictObject({ from: Position, to: Position })
export const ConsistencyProof = z.strictObject({ from: z.int(), to: z.int(), path: z.array(Hash) })
export type ConsistencyProof = z.infer<typeof ConsistencyProof>

/** Whichever was asked for. */
export const Proof = z.union([InclusionProof, ConsistencyProof])
