import { may } from '../people/ledgers.ts'
import type { Scope } from './scope.ts'
import { useScope } from './use-scope.ts'

/** Whether what is looked at, or the ledger of `whose`, can be changed: not as known at an earlier moment, and not by everybody. */
export function useMayChange(whose?: Scope['whose']): boolean {
  const scope = useScope()
  return scope.asOf === undefined && may('change', whose ?? scope.whose)
}
