import { newId } from './new-id.ts'

/** How many expenses may be changed, or taken back, at once. */
export const MOST_EXPENSES = 10_000

/** How much of an id says the time and a little chance. The rest, 62 bits, is chance alone. */
const BEGINNING = 18

/** A new id for a command of `batch`. It begins as the batch's own does: so the log has all of a batch side by side. */
export function newIdIn(batch: string): string {
  return beginningOf(batch) + newId().slice(BEGINNING)
}

/** What the ids of all commands of `batch` begin with, and perhaps those of a few others. */
export function beginningOf(batch: string): string {
  return batch.slice(0, BEGINNING)
}
