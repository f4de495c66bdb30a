import type { SharedLedger, User } from '../../api.ts'
import { allows, type Right, type Standing } from '../../../commands/rights.ts'
import type { UserId } from '../../../events/ids.ts'
import type { Currency } from '../../../events/money.ts'
import type { Scope } from '../scope/scope.ts'

/** Somebody's ledger, as far as whoever comes into it has to know. */
export type Ledger = { id: UserId; name: string; currency: Currency; email?: string }

/** What `me` is in the ledger of `whose`, if anything. Of everybody's, a member is shown the own. */
export function standingIn(
  whose: Scope['whose'],
  me: Pick<User, 'id' | 'role'>,
  shared: readonly SharedLedger[],
): Standing | undefined {
  if (whose === 'own' || whose === 'all' || whose === me.id) return 'owner'
  return me.role === 'admin' ? 'admin' : shared.find(({ userId }) => userId === whose)?.role
}

/** The ledgers among `shared` in which one has `right`. */
export function ledgersWith(right: Right, shared: readonly SharedLedger[]): Ledger[] {
  return shared
    .filter(({ role }) => allows(right, role))
    .map(({ userId, name, currency }) => ({ id: userId, name, currency }))
}
