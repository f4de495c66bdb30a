import * as z from 'zod'
import { UserId } from '../../events/ids.ts'

/** `after` is the position that what is shown stands for. */
export const LiveQuery = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,15}$/, { error: 'Expected a position' })
    .optional(),
})
/** What is told of an event as it happens; its position is the id of the server-sent event, too. */
export const LiveEvent = z.strictObject({ position: z.int(), type: z.string(), stream: z.string(), userId: UserId })
export type LiveEvent = z.infer<typeof LiveEvent>
