import type { ExpenseId } from '../events/ids.ts'
import { Rejected, type FieldError } from './rejected.ts'

/** Collects what is refused of many expenses, so that all of it is told at once. */
export function refusals() {
  let first: Rejected | undefined
  const errors: FieldError[] = []

  function add(id: ExpenseId, refusal: Rejected): void {
    first ??= refusal
    errors.push({ path: id, message: refusal.message })
  }

  return {
    add,
    /** What `work` comes to for expense `id`; `undefined` if it is refused. */
    async unlessRefused<T>(id: ExpenseId, work: () => T | Promise<T>): Promise<T | undefined> {
      try {
        return await work()
      } catch (error) {
        if (!(error instanceof Rejected)) throw error
        add(id, error)
        return undefined
      }
    },
    /** Throws `Rejected`, for the reason that came first, if anything was refused. */
    settle(): void {
      if (!first) return
      const more = errors.length > 1 ? ` (and ${errors.length - 1} more expenses stand in the way)` : ''
      throw new Rejected(first.reason, first.message + more, undefined, errors)
    },
  }
}
