import * as z from 'zod'

/** RFC 9457. `type` is stable; `firstRun` says that the ledger has no users yet, `requestId` where its log says more. */
export const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
  firstRun: z.boolean().optional(),
  requestId: z.string().optional(),
})
export type Problem = z.infer<typeof Problem>
