import { ConnectionError, TimeoutError } from 'sequelize'
import { Unavailable } from '../events/log/append.ts'
import { isPassing as passesAtTheLog } from '../events/log/writers-connection.ts'
import { NotReached } from '../projections/projections.ts'

/** Whether a fault is the database's and passes: whoever asked may ask again. */
export function isPassing(error: unknown): boolean {
  if (error instanceof Unavailable || error instanceof NotReached) return true
  if (error instanceof ConnectionError || error instanceof TimeoutError) return true
  const cause = error instanceof Error && 'original' in error ? error.original : error
  return passesAtTheLog(cause)
}
