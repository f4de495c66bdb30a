import * as z from 'zod'

/**
 * Whether the log is as it was recorded. `head` is the root hash of the tree of all `events`, in base64 as checkpoints have it; otherwise the
 * position at which the first problem is, and what it is, in words.
 */
export const Verified = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), events: z.int(), head: z.base64().length(44) }),
  z.strictObject({ ok: z.literal(false), position: z.int(), problem: z.string() }),
])
export type Verified = z.infer<typeof Verified>
