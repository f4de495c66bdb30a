/** Why a command is refused. HTTP learns the status of each in one place (`web/server/problems.ts`). */
export type Reason =
  | 'UserUnknown'
  | 'UserDeleted'
  | 'UserNotDeleted'
  | 'UserErased'
  | 'NotAllowed'
  | 'ShareUnknown'
  | 'NameDiffers'
  | 'EmailTaken'
  | 'LastAdmin'
  | 'CategoryUnknown'
  | 'CategoryNameTaken'
  | 'ExpenseUnknown'
  | 'ExpenseExists'
  | 'ExpenseDeleted'
  | 'ExpenseNotDeleted'
  | 'VersionUnknown'
  | 'BatchUnknown'
  | 'ChangedSince'
  | 'TooManyExpenses'
  | 'AmountInvalid'
  | 'InvalidReference'
  | 'StaleVersion'
  | 'IdempotencyKeyReused'
  | 'AlreadySetUp'
  | 'LedgerNotEmpty'

/** What is wrong with a part of what was asked: a field, or by its id one of many expenses. */
export type FieldError = { path: string; message: string }

/**
 * A command that was understood and refused. `field` is the one to mend, where there is one; `errors` say it of
 * several.
 */
export class Rejected extends Error {
  readonly reason: Reason
  readonly errors: FieldError[]
  /** The head of the log that it was decided at: whoever reads from there on sees why. */
  position: number | undefined
  constructor(reason: Reason, message: string = reason, field?: string, errors?: FieldError[]) {
    super(message)
    this.reason = reason
    this.errors = errors ?? (field === undefined ? [] : [{ path: field, message }])
  }
}
