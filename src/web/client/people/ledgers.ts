import { allows, type Right } from '../../../commands/rights.ts'
import type { User } from '../../api.ts'
import { people, session, shared } from '../page.ts'
import type { Scope } from '../scope/scope.ts'
import { ledgersWith, standingIn, type Ledger } from './standing.ts'

/** Whether whoever is signed in has `right` in the ledger of `whose`. */
export function may(right: Right, whose: Scope['whose']): boolean {
  const me = session.me.value
  return me !== undefined && allows(right, standingIn(whose, me, shared.present.value))
}

/** Others' ledgers in which `me` has `right`. */
export function othersLedgers(me: User, right: Right): readonly Ledger[] {
  if (me.role !== 'admin') return ledgersWith(right, shared.present.value)
  return people.present.value.filter(({ id }) => id !== me.id)
}

/** The ledger of `whose` if it is one other person's and may be seen. */
export function othersLedger(me: User, whose: Scope['whose']): Ledger | undefined {
  return othersLedgers(me, 'see').find(({ id }) => id === whose)
}

/** `scope`, with one's own ledger in place of one that one may not come into, or no more: nothing is asked about that. */
export function within<S extends Pick<Scope, 'whose'>>(scope: S): S {
  const isKnown = shared.all.value !== undefined
  return isKnown && !may('see', scope.whose) ? { ...scope, whose: 'own' } : scope
}
