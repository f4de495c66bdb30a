import { ConnectionError, TimeoutError } from 'sequelize'
import { Conflict, Unavailable } from '../events/log/append.ts'
import { isPassing as passesAtTheLog } from '../events/log/faults.ts'
import { NotReached } from '../projections/projections.ts'
import { Unusable } from './unusable.ts'

/** Whether a fault is the database's and passes: whoever asked may ask again. */
export function isPassing(error: unknown): boolean {
  // A conflict gets here only after it was tried again for seconds.
  if (error instanceof Conflict || error instanceof Unavailable || error instanceof NotReached) return true
  if (error instanceof ConnectionError || error instanceof TimeoutError) return true
  const cause = error instanceof Error && 'original' in error ? error.original : error
  return passesAtTheLog(cause)
}

/** What whoever ran a verb is told of a fault that passes; any other fault as it is. */
export function asUnusable(error: unknown): unknown {
  if (!isPassing(error)) return error
  return new Unusable(`The database cannot be asked (${(error as Error).message}): run this again once it can`)
}
