import * as z from 'zod'
import { Instant } from '../../events/calendar.ts'

/** Of an authenticator app, or for recovery; blanks, dashes and capitals make no difference. */
export const Code = z.string().max(100)

/** What is asked besides the password. Without `onSince` that is nothing. */
export const SecondFactor = z.strictObject({ onSince: Instant.nullable(), recoveryCodes: z.int() })
export type SecondFactor = z.infer<typeof SecondFactor>

/** `current` is the password of whoever asks, once more. */
export const OwnPassword = z.strictObject({ current: z.string().max(1000) })

/** What an authenticator app is given, in base32 or as the link that a QR code holds. It is shown this once. */
export const SecondFactorOffer = z.strictObject({ secret: z.string(), uri: z.string() })
export type SecondFactorOffer = z.infer<typeof SecondFactorOffer>

/** The code that an app shows now: it has what it was given. */
export const SecondFactorProof = z.strictObject({ code: Code })

/** Each signs in once in place of the app. They are shown this once. */
export const RecoveryCodes = z.strictObject({ codes: z.array(z.string()) })
export type RecoveryCodes = z.infer<typeof RecoveryCodes>
