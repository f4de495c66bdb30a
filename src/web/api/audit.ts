import * as z from 'zod'
import { CalendarDate } from '../../events/calendar.ts'
import { eventTypes } from '../../events/event.ts'
import { ExpenseId, UserId } from '../../events/ids.ts'
import { Currency } from '../../events/money.ts'
import { AsOf } from './as-of.ts'
import { HistoryEntry } from './history.ts'
import { inOrder, outOfOrder, RecordedAt } from './recorded-at.ts'
import { Amount, BatchId, listOf, page } from './words.ts'

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
    batch: BatchId.optional(),
    asOf: AsOf.optional(),
    ...page,
  })
  .refine(inOrder, outOfOrder)
export type AuditQuery = z.input<typeof AuditQuery>

/**
 * What `summary` is made of, to say it in another language: what the thing is called, long texts cut short, and its owner; of
 * an expense what it was, of a share with whom.
 */
export const AuditAbout = z.strictObject({
  name: z.string(),
  owner: z.string(),
  amount: Amount.optional(),
  currency: Currency.optional(),
  date: CalendarDate.optional(),
  category: z.string().optional(),
  with: z.string().optional(),
})
/** An event as in a history; and of what, in whose ledger, and in words, in which long texts are cut short. */
export const AuditEntry = HistoryEntry.extend({
  stream: z.string(),
  userId: UserId,
  summary: z.string(),
  about: AuditAbout,
})
export type AuditEntry = z.infer<typeof AuditEntry>
/** Newest first. */
export const AuditList = listOf(AuditEntry)
