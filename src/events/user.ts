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

export const UserEvent = z.discriminatedUnion('type', [UserRegistered, UserChanged, UserDeleted, UserRestored])
export type UserEvent = z.infer<typeof UserEvent>

export const userStream = (id: UserId) => `user-${id}` as const
