import * as z from 'zod'
import { changesOf } from './changes.ts'
import { UserId } from './ids.ts'
import { Currency } from './money.ts'
import { personText } from './text.ts'

export const Role = z.enum(['admin', 'member'])
export type Role = z.infer<typeof Role>

const userFields = {
  name: personText(100),
  email: z.string(),
  role: Role,
  currency: Currency,
}
export const UserFields = z.strictObject(userFields)
export type UserFields = z.infer<typeof UserFields>

export const UserRegistered = z.strictObject({ type: z.literal('UserRegistered'), userId: UserId, ...userFields })
export const UserChanged = z.strictObject({
  type: z.literal('UserChanged'),
  userId: UserId,
  changes: changesOf(userFields),
})
export const UserDeleted = z.strictObject({ type: z.literal('UserDeleted'), userId: UserId })
export const UserRestored = z.strictObject({ type: z.literal('UserRestored'), userId: UserId })

/** Whose own words are forgotten for ever: it comes after the deletion, and nothing of that user's comes after it. */
export const UserErased = z.strictObject({ type: z.literal('UserErased'), userId: UserId })

/** As what somebody else may come into a ledger. */
export const ShareRole = z.enum(['viewer', 'editor', 'auditor'], { error: 'Expected viewer, editor or auditor' })
export type ShareRole = z.infer<typeof ShareRole>

/** From now on `with` may come into this user's ledger as `role`, whatever it was before. */
export const LedgerShared = z.strictObject({
  type: z.literal('LedgerShared'),
  userId: UserId,
  with: UserId,
  role: ShareRole,
})
export const ShareEnded = z.strictObject({ type: z.literal('ShareEnded'), userId: UserId, with: UserId })

export const UserEvent = z.discriminatedUnion('type', [
  UserRegistered,
  UserChanged,
  UserDeleted,
  UserRestored,
  UserErased,
  LedgerShared,
  ShareEnded,
])
export type UserEvent = z.infer<typeof UserEvent>

export const userStream = (id: UserId) => `user-${id}` as const
