import * as z from 'zod'
import { UserId } from '../../events/ids.ts'
import { Currency } from '../../events/money.ts'
import { ShareRole } from '../../events/user.ts'
import { Email } from './words.ts'

/** Whom the ledger is to be shared with: by the e-mail address, or by the id of who is known already. */
export const NewShare = z
  .strictObject({ email: Email.optional(), userId: UserId.optional(), role: ShareRole })
  .refine(({ email, userId }) => (email === undefined) !== (userId === undefined), {
    error: 'Expected either email or userId',
    path: ['email'],
  })

/** Who may come into a ledger, and as what. */
export const Share = z.strictObject({ userId: UserId, name: z.string(), role: ShareRole })
export type Share = z.infer<typeof Share>
export const Shares = z.array(Share)

/** Somebody else's ledger that one may come into, and as what. */
export const SharedLedger = z.strictObject({ userId: UserId, name: z.string(), currency: Currency, role: ShareRole })
export type SharedLedger = z.infer<typeof SharedLedger>
export const SharedLedgers = z.array(SharedLedger)
