import * as z from 'zod'
import { Instant } from '../../events/calendar.ts'
import { Origin } from '../../events/event.ts'
import { Person } from './words.ts'

const Changed = z.strictObject({ from: z.string().optional(), to: z.string() })
export const HistoryEntry = z.strictObject({
  position: z.int(),
  version: z.int(),
  type: z.string(),
  recordedAt: Instant,
  actor: Person.nullable(),
  origin: Origin,
  batch: z.string().nullable(),
  /** Per field what it was and what it is, amounts in major units; of the first event only what it is. */
  changes: z.record(z.string(), Changed),
  /** Names are those of just before the event. By id: what people and categories in it that were renamed since are called now. */
  now: z.record(z.string(), z.string()),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>
export const History = z.array(HistoryEntry)
