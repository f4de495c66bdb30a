import * as z from 'zod'

/** How much there is to look at now, and the batch that all of it is. */
export const Demo = z.strictObject({ users: z.int(), expenses: z.int(), batch: z.uuid() })
export type Demo = z.infer<typeof Demo>
