import type { UserId } from '../../../events/ids.ts'
import { address, type Scope } from '../scope/scope.ts'

/**
 * The address that shows the same for ever, and to everybody who may look: what goes without saying for `me` today, the period
 * and whose ledger it is, is said in it.
 */
export function fixedAddress(me: UserId, { whose, period }: Scope, position: number, said: Record<string, string>) {
  const user = whose === 'own' ? me : whose
  return address('/reports', { ...said, user, period, asOf: `${position}` })
}
