import * as z from 'zod'

/** `starting` until the ledger has its database; from then on `ok` as long as the process is alive. */
export const Health = z.strictObject({
  status: z.enum(['ok', 'starting']),
  version: z.string(),
  commit: z.string().nullable(),
})
export type Health = z.infer<typeof Health>
/** `reasons` says in words why it is not ready. What the database did not tell in time is null, or not listed. */
export const Readiness = z.strictObject({
  ready: z.boolean(),
  reasons: z.array(z.string()),
  /** In words, what is wrong and keeps nobody from using the ledger. */
  warnings: z.array(z.string()),
  database: z.boolean(),
  head: z.int().nullable(),
  /** How many events there are up to which position, as far as they have been counted. */
  counted: z.strictObject({ position: z.int(), events: z.int() }).nullable(),
  projections: z.array(
    z.strictObject({
      name: z.string(),
      position: z.int(),
      lag: z.int(),
      lagSeconds: z.number(),
      applied: z.int(),
      state: z.string(),
    }),
  ),
})
export type Readiness = z.infer<typeof Readiness>

/**
 * `lag` is how many events it has not looked at. `state` is live, failed (it stopped at an event) or another release (its table is
 * of a version that this one does not keep); `error` says why, or why the last rebuild came to nothing. `rebuild` is there while a table is built to replace it,
 * by whatever process, at `rate` events a second. A rebuild that is asked for is answered 202 with this once it has begun,
 * 409 while one is under way.
 */
export const ProjectionStatus = z.strictObject({
  name: z.string(),
  version: z.int(),
  position: z.int(),
  lag: z.int(),
  state: z.enum(['live', 'failed', 'another release']),
  error: z.string().nullable(),
  rebuild: z.strictObject({ position: z.int(), of: z.int(), rate: z.int() }).nullable(),
})
export type ProjectionStatus = z.infer<typeof ProjectionStatus>
export const ProjectionStatuses = z.array(ProjectionStatus)
