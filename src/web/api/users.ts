import * as z from 'zod'
import { Instant } from '../../events/calendar.ts'
import { UserId } from '../../events/ids.ts'
import { Currency } from '../../events/money.ts'
import { Role } from '../../events/user.ts'
import { AsOf } from './as-of.ts'
import { Code } from './second-factor.ts'
import { Email, Flag, listOf, Name, page, Password } from './words.ts'

export const NewUser = z.strictObject({
  name: Name,
  email: Email,
  password: Password,
  role: Role.optional(),
  currency: Currency.optional(),
})
export const UserChange = z.strictObject({
  name: Name.optional(),
  email: Email.optional(),
  role: Role.optional(),
  currency: Currency.optional(),
})

/** The name of who is to be erased, typed by whoever asks for it: there is no way back. */
export const Erasure = z.strictObject({ name: z.string().max(200) })

export const User = z.strictObject({
  id: UserId,
  name: z.string(),
  email: z.string(),
  role: Role,
  currency: Currency,
  version: z.int(),
  recordedAt: Instant,
  changedAt: Instant,
  deleted: z.boolean(),
})
export type User = z.infer<typeof User>

export const UserQuery = z.strictObject({ deleted: Flag.optional(), asOf: AsOf.optional(), ...page })
export const UserList = listOf(User)

/** `code` is asked of whoever has a second factor. */
export const SignIn = z.strictObject({
  email: z.string().max(254),
  password: z.string().max(1000),
  code: Code.optional(),
})
