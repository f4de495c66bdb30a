import fc from 'fast-check'
import type { CategoryCommand } from '../../src/commands/category.ts'
import type { ExpenseCommand } from '../../src/commands/expense.ts'
import type { Surroundings, UserCommand } from '../../src/commands/user.ts'
import type { Known } from '../../src/commands/expense.ts'
import { ana, EUR, eur, food, JPY, KWD, lunch, monday, travel, tuesday } from '../examples.ts'

// Any command to one user, one category, one expense. Few values, so that commands meet: the same name, the same amount.

const given = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined })

const userFields = {
  name: fc.constantFrom('Ana', 'ana', 'Ana Prüfer'),
  email: fc.constantFrom('ana@example.org', 'ANA@example.org', 'prüfer@example.org'),
  role: fc.constantFrom('admin' as const, 'member' as const),
  currency: fc.constantFrom(EUR, JPY),
}
export const userCommand: fc.Arbitrary<{ command: UserCommand; around: Surroundings }> = fc.record({
  command: fc.oneof(
    fc.record({ type: fc.constant('RegisterUser' as const), userId: fc.constant(ana), ...userFields }),
    fc.record({
      type: fc.constant('ChangeUser' as const),
      wanted: fc.record({
        name: given(userFields.name),
        email: given(userFields.email),
        role: given(userFields.role),
        currency: given(userFields.currency),
      }),
    }),
    fc.record({ type: fc.constantFrom('DeleteUser' as const, 'RestoreUser' as const) }),
  ),
  around: fc.record({ emailTaken: mostly(false), otherAdmins: mostly(true) }),
})

const name = fc.constantFrom('Food', 'FOOD', ' food', 'Groceries')
const colour = fc.constantFrom('#3d9068', '#c94f6d')
export const categoryCommand: fc.Arbitrary<CategoryCommand> = fc.oneof(
  fc.record({
    type: fc.constant('AddCategory' as const),
    categoryId: fc.constant(food),
    userId: fc.constant(ana),
    name,
    colour: given(colour),
  }),
  fc.record({
    type: fc.constant('ChangeCategory' as const),
    wanted: fc.record({ name: given(name), colour: given(colour) }),
    nameTaken: mostly(false),
  }),
  fc.record({ type: fc.constant('ArchiveCategory' as const) }),
)

const expenseFields = {
  categoryId: fc.constantFrom(food, travel),
  description: fc.constantFrom('Lunch', 'Dinner'),
  date: fc.constantFrom(monday, tuesday),
  amount: usually(fc.constantFrom('12', '-3', '12.00'), fc.constantFrom('12.50', '0', '90071992547409.91', 'lots')),
  currency: fc.constantFrom(EUR, JPY, KWD),
}
export const expenseCommand: fc.Arbitrary<ExpenseCommand> = fc.oneof(
  fc.record({
    type: fc.constant('RecordExpense' as const),
    expenseId: fc.constant(lunch),
    userId: fc.constant(ana),
    ...expenseFields,
  }),
  fc.record({
    type: fc.constant('AmendExpense' as const),
    wanted: fc.record({
      categoryId: given(expenseFields.categoryId),
      description: given(expenseFields.description),
      date: given(expenseFields.date),
      amount: given(expenseFields.amount),
      currency: given(expenseFields.currency),
    }),
  }),
  fc.record({ type: fc.constantFrom('DeleteExpense' as const, 'RestoreExpense' as const) }),
  fc.record({
    type: fc.constant('RevertExpense' as const),
    was: fc.record<Known>({
      ...expenseFields,
      status: fc.constantFrom('open' as const, 'deleted' as const),
      id: fc.constant(lunch),
      userId: fc.constant(ana),
      amount: fc.constantFrom(eur('12'), eur('-3')),
    }),
  }),
)

function mostly(usual: boolean): fc.Arbitrary<boolean> {
  return usually(fc.constant(usual), fc.constant(!usual))
}

function usually<T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: other })
}
