import { ExpenseId, UserId } from '../../../src/events/ids.ts'

// Names for what a run makes, which say at sight who made it, and are the same when it is repeated.

export type Ids = ReturnType<typeof idsOf>

/** What one worker gives out, never the same twice: `number` is its place among the workers, which its successors take over. */
export function idsOf(number: number, generation: number) {
  let given = 0
  const serial = () => number * 10 ** 13 + generation * 10 ** 8 + ++given
  return {
    command: () => `worker-${number}.${generation}-${++given}`,
    expense: () => expenseIdOf(serial()),
    /** Of one expense event, as no other has it. */
    amount: () => serial(),
  }
}

/** The same for all workers who speak of `number`: up to 999,999. */
export const sharedExpense = (number: number) => expenseIdOf(9 * 10 ** 14 + number)
export const sharedAmount = (number: number) => 9 * 10 ** 14 + number
/** Somebody whose ledger is written without commands, and who was never registered. */
export const writer = (number: number) => UserId.parse(uuid('a', number))
/** Somebody who registers, changes and is deleted by command. */
export const person = (number: number) => UserId.parse(uuid('b', number))

function expenseIdOf(number: number): ExpenseId {
  return ExpenseId.parse(uuid('8', number))
}

/** `number` is written in decimal, with at most 15 digits. */
function uuid(variant: '8' | 'a' | 'b', number: number): string {
  const digits = String(number).padStart(15, '0')
  return `01970000-0000-7000-${variant}${digits.slice(0, 3)}-${digits.slice(3)}`
}
