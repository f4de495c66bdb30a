/** Why a command is refused. HTTP learns the status of each in one place (`web/server/problems.ts`). */
export type Reason =
  | 'UserUnknown'
  | 'UserDeleted'
  | 'UserNotDeleted'
  | 'EmailTaken'
  | 'LastAdmin'
  | 'CategoryUnknown'
  | 'CategoryNameTaken'
  | 'ExpenseUnknown'
  | 'ExpenseExists'
  | 'ExpenseDeleted'
  | 'ExpenseNotDeleted'
  | 'AmountInvalid'
  | 'InvalidReference'
  | 'StaleVersion'
  | 'IdempotencyKeyReused'
  | 'AlreadySetUp'
  | 'LedgerNotEmpty'

/** A command that was understood and refused. `field` is the one to mend, where there is one. */
export class Rejected extends Error {
  readonly reason: Reason
  readonly field: string | undefined
  /** The head of the log that it was decided at: whoever reads from there on sees why. */
  position: number | undefined
  constructor(reason: Reason, message: string = reason, field?: string) {
    super(message)
    this.reason = reason
    this.field = field
  }
}
