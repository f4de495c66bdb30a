import * as z from 'zod'
import { Instant } from '../../events/calendar.ts'
import { UserId } from '../../events/ids.ts'
import { inOrder, outOfOrder, RecordedAt } from './recorded-at.ts'
import { listOf, page, Person } from './words.ts'

/** What is written down of who comes in. A type is the storage format: never rename one, add a new one. */
export const accessTypes = [
  'SignedIn',
  'SignInFailed',
  'SecondFactorFailed',
  'SignedOut',
  'SessionEnded',
  'TokenMade',
  'TokenUsed',
  'TokenEnded',
  'PasswordChanged',
  'PasswordWrong',
  'SecondFactorTurnedOn',
  'SecondFactorTurnedOff',
  'SecondFactorReset',
  'RecoveryCodesMade',
  'RecoveryCodeUsed',
  'LedgerShared',
  'ShareEnded',
  'UserErased',
  'LogExported',
] as const
export type AccessType = (typeof accessTypes)[number]

/** Whose account, what, and when, both inclusive. */
export const AccessLogQuery = z
  .strictObject({
    user: UserId.optional(),
    type: z.enum(accessTypes, { error: `Expected one of ${accessTypes.join(', ')}` }).optional(),
    from: RecordedAt.optional(),
    to: RecordedAt.optional(),
    ...page,
  })
  .refine(inOrder, outOfOrder)
export type AccessLogQuery = z.input<typeof AccessLogQuery>

/**
 * `user` is whose account it is about, null where nobody has the e-mail address that was given; `actor` who did it, null where
 * that is not known. From the command line there is neither an address nor a request.
 */
export const AccessEntry = z.strictObject({
  id: z.uuid(),
  at: Instant,
  type: z.enum(accessTypes),
  user: Person.nullable(),
  actor: Person.nullable(),
  /** Of a share. */
  other: Person.nullable(),
  /** Of a token. */
  tokenId: z.uuid().nullable(),
  address: z.string().nullable(),
  agent: z.string().nullable(),
  requestId: z.uuid().nullable(),
})
export type AccessEntry = z.infer<typeof AccessEntry>
/** Newest first. */
export const AccessLog = listOf(AccessEntry)
