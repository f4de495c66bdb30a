import * as z from 'zod'
import { Instant } from '../../events/calendar.ts'
import { eventTypes } from '../../events/event.ts'
import { ExpenseId, UserId } from '../../events/ids.ts'
import { AsOf } from './as-of.ts'
import { HistoryEntry } from './history.ts'
import { listOf, page } from './words.ts'

const wanted = 'Expected an instant in UTC such as 2026-11-23T09:12:00Z, with six decimals at most'
/** When something was recorded: decimals that are zero may be left out. */
const RecordedAt = z.iso
  .datetime({ error: wanted, abort: true })
  .regex(/^[1-9].*:\d\d(\.\d{1,6})?Z$/, { error: wanted })
  .transform((text) => Instant.parse(`${text.slice(0, 19)}.${text.slice(20, -1).padEnd(6, '0')}Z`))

/**
 * Whose ledger, who did it, what, when it was recorded (both inclusive), to which expense, in which batch. Members are shown
 * what is about them and theirs.
 */
export const AuditQuery = z
  .strictObject({
    user: UserId.optional(),
    actor: UserId.optional(),
    type: z.enum(eventTypes, { error: `Expected one of ${eventTypes.join(', ')}` }).optional(),
    from: RecordedAt.optional(),
    to: RecordedAt.optional(),
    expense: ExpenseId.optional(),
    batch: z.uuid({ error: 'Expected a UUID' }).toLowerCase().optional(),
    asOf: AsOf.optional(),
    ...page,
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    error: 'Expected an instant that is not before from',
    path: ['to'],
  })
export type AuditQuery = z.input<typeof AuditQuery>

/** An event as in a history; and of what, in whose ledger, and in words, in which long texts are cut short. */
export const AuditEntry = HistoryEntry.extend({ stream: z.string(), userId: UserId, summary: z.string() })
export type AuditEntry = z.infer<typeof AuditEntry>
/** Newest first. */
export const AuditList = listOf(AuditEntry)
