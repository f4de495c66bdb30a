import { ConnectionError, TimeoutError } from 'sequelize'
import { Conflict, Unavailable } from '../events/log/append.ts'
import { isPassing as passesAtTheLog } from '../events/log/faults.ts'
import { NotReached } from '../projections/projections.ts'

/** Whether a fault is the database's and passes: whoever asked may ask again. */
export function isPassing(error: unknown): boolean {
  // A conflict gets here only after it was tried again for seconds.
  if (error instanceof Conflict || error instanceof Unavailable || error instanceof NotReached) return true
  if (error instanceof ConnectionError || error instanceof TimeoutError) return true
  const cause = error instanceof Error && 'original' in error ? error.original : error
  return passesAtTheLog(cause)
}
