import * as z from 'zod'
import { AuditEntry } from './audit.ts'
import { Category } from './categories.ts'
import { Expense } from './expenses.ts'
import { Preferences } from './preferences.ts'
import { Shares } from './sharing.ts'
import { User } from './users.ts'

/** All that the ledger keeps of one person, but what lets them in. */
export const OwnData = z.strictObject({
  position: z.int(),
  user: User,
  preferences: Preferences,
  shares: Shares,
  categories: z.array(Category),
  expenses: z.array(Expense),
  history: z.array(AuditEntry),
})
export type OwnData = z.infer<typeof OwnData>
