import * as z from 'zod'
import { Instant } from '../../events/calendar.ts'
import { listOf, Name, page, Password } from './words.ts'

/**
 * `current` is one's own password as it was; an admin changes that of somebody else without. Wrong ones count as failed sign-ins.
 * All sessions and tokens of that user end with the old password, but for the session that changes its own, which gets a new secret.
 */
export const PasswordChange = z.strictObject({ current: z.string().max(1000).optional(), password: Password })

export const OwnQuery = z.strictObject({ ...page })

/**
 * Where one is signed in. `seenAt` is up to an hour old. `expiresAt` is when it ends if it is used no more: after 14 days, but at the
 * latest 90 days after signing in. `current` is the one that asks.
 */
export const Session = z.strictObject({
  id: z.uuid(),
  createdAt: Instant,
  seenAt: Instant,
  expiresAt: Instant,
  current: z.boolean(),
})
export type Session = z.infer<typeof Session>
/** Newest first. */
export const SessionList = listOf(Session)

/**
 * What a token is for. `read` gets and changes nothing; `write` changes too: both are for one's own ledger alone, an admin's token
 * like any other. `admin` is for all that its user may do, and only admins can make one; it is worth nothing while its user is no admin.
 * Whatever its scope, a token makes no tokens, sets no passwords of those who have one, and ends neither sessions nor tokens.
 */
export const Scope = z.enum(['read', 'write', 'admin'], { error: 'Expected read, write or admin' })
export type Scope = z.infer<typeof Scope>

const Moment = z.iso.datetime({ error: 'Expected an instant such as 2027-01-31T12:00:00Z' }).transform(toSixDigits)

/** The scope is `read` unless said; without `expiresAt` a token is good until it is deleted. */
export const NewToken = z.strictObject({ name: Name, scope: Scope.default('read'), expiresAt: Moment.optional() })

/** `usedAt` is up to a minute old. One that has expired is listed until it is deleted. */
export const Token = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  scope: Scope,
  createdAt: Instant,
  usedAt: Instant.nullable(),
  expiresAt: Instant.nullable(),
})
export type Token = z.infer<typeof Token>
/** Newest first. */
export const TokenList = listOf(Token)

/** To be sent as `Authorization: Bearer …`. It is shown this once: a repeated request makes another. */
export const MadeToken = Token.extend({ token: z.string().regex(/^ledger_[0-9a-f]{64}$/) })
export type MadeToken = z.infer<typeof MadeToken>

function toSixDigits(text: string): Instant {
  const [seconds = '', fraction = ''] = text.slice(0, -1).split('.')
  return Instant.parse(`${seconds}.${fraction.slice(0, 6).padEnd(6, '0')}Z`)
}
