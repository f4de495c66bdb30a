import { changesBetween, isEmpty, newest } from '../events/changes.ts'
import type { CalendarDate } from '../events/calendar.ts'
import type { ExpenseEvent, ExpenseFacts, ExpenseFields } from '../events/expense.ts'
import type { CategoryId, ExpenseId, UserId } from '../events/ids.ts'
import { NoMoney, toMajor, toMinor, type Currency, type Minor } from '../events/money.ts'
import { Rejected } from './rejected.ts'

export type Expense =
  { status: 'none' } | ({ status: 'open' | 'deleted'; id: ExpenseId; userId: UserId } & ExpenseFields)

/** One that is there, deleted or not. */
export type Known = Exclude<Expense, { status: 'none' }>

export const noExpense: Expense = { status: 'none' }

export function evolve(expense: Expense, event: ExpenseEvent): Expense {
  switch (event.type) {
    case 'ExpenseRecorded': {
      const { type: _type, expenseId, ...fields } = event
      return { status: 'open', id: expenseId, ...fields }
    }
    case 'ExpenseAmended':
      return expense.status === 'none' ? expense : { ...expense, ...newest(event.changes) }
    case 'ExpenseDeleted':
      return expense.status === 'none' ? expense : { ...expense, status: 'deleted' }
    case 'ExpenseRestored':
      return expense.status === 'none' ? expense : { ...expense, status: 'open' }
  }
}

/** `amount` is in major units, as it was asked for: how many decimals it may have depends on the currency. */
type Amounts = { amount: string; currency: Currency }

export type ExpenseCommand =
  | ({ type: 'RecordExpense'; expenseId: ExpenseId; userId: UserId } & Texts & Amounts)
  | { type: 'AmendExpense'; wanted: { [F in keyof (Texts & Amounts)]?: (Texts & Amounts)[F] | undefined } }
  | { type: 'DeleteExpense' }
  | { type: 'RestoreExpense' }
  /** `was` is how it was, or is to be as if it had been. */
  | { type: 'RevertExpense'; was: Expense }
type Texts = { categoryId: CategoryId; description: string; date: CalendarDate }

/** What follows from `command`, or `Rejected`. An empty list means nothing new happened. */
export function decide(expense: Expense, command: ExpenseCommand): ExpenseEvent[] {
  switch (command.type) {
    case 'RecordExpense': {
      const { expenseId, userId, categoryId, description, date, amount, currency } = command
      if (expense.status !== 'none')
        throw new Rejected('ExpenseExists', 'There is an expense with this id already', 'id')
      const minor = minorUnits(amount, currency)
      return [{ type: 'ExpenseRecorded', expenseId, userId, categoryId, description, date, amount: minor, currency }]
    }
    case 'AmendExpense': {
      const { id, userId, ...current } = known(expense)
      if (current.status === 'deleted')
        throw new Rejected('ExpenseDeleted', 'This expense is deleted: restore it first')
      const { status: _status, ...fields } = current
      const changes = changesBetween<ExpenseFields>(fields, {
        ...command.wanted,
        amount: newAmount(fields, command.wanted),
      })
      if (isEmpty(changes)) return []
      return [{ type: 'ExpenseAmended', expenseId: id, userId, changes, facts: factsOf(fields) }]
    }
    case 'DeleteExpense': {
      const { id, userId, status, ...fields } = known(expense)
      if (status === 'deleted') throw new Rejected('ExpenseDeleted', 'This expense is deleted already')
      return [{ type: 'ExpenseDeleted', expenseId: id, userId, facts: factsOf(fields) }]
    }
    case 'RestoreExpense': {
      const { id, userId, status, ...fields } = known(expense)
      if (status === 'open') throw new Rejected('ExpenseNotDeleted', 'This expense is not deleted')
      return [{ type: 'ExpenseRestored', expenseId: id, userId, facts: factsOf(fields) }]
    }
    case 'RevertExpense': {
      const now = known(expense)
      if (command.was.status === 'none') throw new Rejected('VersionUnknown', 'There is no such version', 'version')
      return reverted(now, command.was)
    }
  }
}

/** What makes of `now` what `was`. A deleted expense comes back to be amended, if only to be deleted again. */
function reverted(now: Known, was: Known): ExpenseEvent[] {
  const ids = { expenseId: now.id, userId: now.userId }
  const [facts, newFacts] = [factsOf(now), factsOf(was)]
  const changes = changesBetween<ExpenseFields>(fieldsOf(now), fieldsOf(was))
  const amends = !isEmpty(changes)
  const restores = now.status === 'deleted' && (amends || was.status === 'open')
  const deletes = was.status === 'deleted' && (amends || now.status === 'open')
  return [
    ...(restores ? [{ type: 'ExpenseRestored', ...ids, facts } as const] : []),
    ...(amends ? [{ type: 'ExpenseAmended', ...ids, changes, facts } as const] : []),
    ...(deletes ? [{ type: 'ExpenseDeleted', ...ids, facts: newFacts } as const] : []),
  ]
}

/** `expense` if it is there, deleted or not, otherwise `Rejected`. */
export function known(expense: Expense): Known {
  if (expense.status === 'none') throw expenseUnknown()
  return expense
}

export function expenseUnknown(): Rejected {
  return new Rejected('ExpenseUnknown', 'There is no such expense', 'id')
}

/** The amount in minor units; a change of the currency alone keeps what is written: 12.50 EUR becomes 12.50 USD. */
function newAmount(current: ExpenseFields, wanted: { amount?: string | undefined; currency?: Currency | undefined }) {
  const currency = wanted.currency ?? current.currency
  if (wanted.amount !== undefined) return minorUnits(wanted.amount, currency)
  if (currency === current.currency) return undefined
  return minorUnits(shortest(toMajor(current.amount, current.currency)), currency, 'currency')
}

/** Without decimals that say nothing: `12.00` fits a currency without decimals. */
function shortest(major: string): string {
  return major.includes('.') ? major.replace(/\.?0+$/, '') : major
}

function minorUnits(amount: string, currency: Currency, field = 'amount'): Minor {
  try {
    return toMinor(amount, currency)
  } catch (error) {
    if (error instanceof NoMoney) throw new Rejected('AmountInvalid', error.message, field)
    throw error
  }
}

function fieldsOf({ categoryId, description, date, amount, currency }: ExpenseFields): ExpenseFields {
  return { categoryId, description, date, amount, currency }
}

function factsOf({ categoryId, date, amount, currency }: ExpenseFields): ExpenseFacts {
  return { categoryId, date, amount, currency }
}
