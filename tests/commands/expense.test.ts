import test from 'ava'
import { decide, evolve, noExpense, type Expense, type ExpenseCommand } from '../../src/commands/expense.ts'
import type { Minor } from '../../src/events/money.ts'
import {
  ana,
  EUR,
  eur,
  food,
  JPY,
  KWD,
  lunch,
  lunchAmended,
  lunchDeleted,
  lunchFacts,
  lunchFields,
  lunchRecorded,
  lunchRestored,
  monday,
  travel,
  tuesday,
  USD,
} from '../examples.ts'
import { storyOf } from './story.ts'

const story = storyOf({ initial: noExpense, evolve, decide })

type Wanted = Extract<ExpenseCommand, { type: 'AmendExpense' }>['wanted']

const recordLunch = (amount = '12.50', currency = EUR): ExpenseCommand => ({
  type: 'RecordExpense',
  expenseId: lunch,
  userId: ana,
  categoryId: food,
  description: 'Lunch at the harbour',
  date: monday,
  amount,
  currency,
})
const amend = (wanted: Wanted): ExpenseCommand => ({ type: 'AmendExpense', wanted })
const remove: ExpenseCommand = { type: 'DeleteExpense' }
const restore: ExpenseCommand = { type: 'RestoreExpense' }
const revert = (was: Expense): ExpenseCommand => ({ type: 'RevertExpense', was })
const lunchOpen = { status: 'open', id: lunch, userId: ana, ...lunchFields } as const

test('an expense is recorded in minor units', story, { given: [], when: recordLunch(), then: [lunchRecorded] })
test('an amount below zero is a refund', story, {
  given: [],
  when: recordLunch('-12.50'),
  then: [{ ...lunchRecorded, amount: eur('-12.50') }],
})
test('an id is given once', story, { given: [lunchRecorded], when: recordLunch(), then: 'ExpenseExists' })
test('the id of a deleted expense is not given again', story, {
  given: [lunchRecorded, lunchDeleted],
  when: recordLunch(),
  then: 'ExpenseExists',
})
test('nothing is no expense', story, { given: [], when: recordLunch('0.00'), then: 'AmountInvalid' })
test('an amount has no more decimals than its currency', story, {
  given: [],
  when: recordLunch('12.50', JPY),
  then: 'AmountInvalid',
})
test('an amount that no safe integer holds is refused', story, {
  given: [],
  when: recordLunch('90071992547409.92'),
  then: 'AmountInvalid',
})
test('what is no number is refused', story, { given: [], when: recordLunch('12,50'), then: 'AmountInvalid' })

test('an amendment says what was, what is, and what the totals need', story, {
  given: [lunchRecorded],
  when: amend({ amount: '9.90', description: 'Lunch by the sea' }),
  then: [lunchAmended],
})
test('the facts of an amendment are those before it', story, {
  given: [lunchRecorded, lunchAmended],
  when: amend({ categoryId: travel, date: tuesday, amount: '9.9' }),
  then: [
    {
      ...lunchAmended,
      changes: { categoryId: { from: food, to: travel }, date: { from: monday, to: tuesday } },
      facts: { ...lunchFacts, amount: eur('9.90') },
    },
  ],
})
test('what is the same already is no change', story, {
  given: [lunchRecorded],
  when: amend({ amount: '12.5', currency: EUR, date: monday, categoryId: food, description: 'Lunch at the harbour' }),
  then: [],
})
test('another currency alone keeps the amount as it is written', story, {
  given: [lunchRecorded],
  when: amend({ currency: USD }),
  then: [{ ...lunchAmended, changes: { currency: { from: EUR, to: USD } } }],
})
test('another currency alone keeps the amount, whatever its decimals', story, {
  given: [lunchRecorded],
  when: amend({ currency: KWD }),
  then: [
    {
      ...lunchAmended,
      changes: { currency: { from: EUR, to: KWD }, amount: { from: eur('12.50'), to: 12_500 as Minor } },
    },
  ],
})
test('another currency alone drops decimals that say nothing', story, {
  given: [{ ...lunchRecorded, amount: eur('1200.00') }],
  when: amend({ currency: JPY }),
  then: [
    {
      ...lunchAmended,
      changes: { currency: { from: EUR, to: JPY }, amount: { from: eur('1200.00'), to: 1200 as Minor } },
      facts: { ...lunchFacts, amount: eur('1200.00') },
    },
  ],
})
test('another currency alone keeps an amount without decimals', story, {
  given: [{ ...lunchRecorded, amount: 1200 as Minor, currency: JPY }],
  when: amend({ currency: EUR }),
  then: [
    {
      ...lunchAmended,
      changes: { currency: { from: JPY, to: EUR }, amount: { from: 1200 as Minor, to: eur('1200.00') } },
      facts: { ...lunchFacts, amount: 1200 as Minor, currency: JPY },
    },
  ],
})
test('another currency that the amount does not fit is refused', story, {
  given: [lunchRecorded],
  when: amend({ currency: JPY }),
  then: 'AmountInvalid',
})
test('an amount that comes with another currency is of that currency', story, {
  given: [lunchRecorded],
  when: amend({ amount: '1250', currency: JPY }),
  then: [{ ...lunchAmended, changes: { currency: { from: EUR, to: JPY } } }],
})
test('an amendment cannot make an amount of nothing', story, {
  given: [lunchRecorded],
  when: amend({ amount: '0' }),
  then: 'AmountInvalid',
})
test('an unknown expense cannot be amended', story, {
  given: [],
  when: amend({ amount: '9.90' }),
  then: 'ExpenseUnknown',
})
test('a deleted expense cannot be amended', story, {
  given: [lunchRecorded, lunchDeleted],
  when: amend({ description: 'Lunch by the sea' }),
  then: 'ExpenseDeleted',
})

test('a deletion says what the totals lose', story, {
  given: [lunchRecorded, lunchAmended],
  when: remove,
  then: [{ ...lunchDeleted, facts: { ...lunchFacts, amount: eur('9.90') } }],
})
test('an unknown expense cannot be deleted', story, { given: [], when: remove, then: 'ExpenseUnknown' })
test('a deleted expense cannot be deleted again', story, {
  given: [lunchRecorded, lunchDeleted],
  when: remove,
  then: 'ExpenseDeleted',
})

test('a restored expense is as before the deletion', story, {
  given: [lunchRecorded, lunchDeleted],
  when: restore,
  then: [lunchRestored],
})
test('a restored expense can be amended', story, {
  given: [lunchRecorded, lunchDeleted, lunchRestored],
  when: amend({ amount: '9.90', description: 'Lunch by the sea' }),
  then: [lunchAmended],
})
test('an expense that is not deleted cannot be restored', story, {
  given: [lunchRecorded],
  when: restore,
  then: 'ExpenseNotDeleted',
})
test('an unknown expense cannot be restored', story, { given: [], when: restore, then: 'ExpenseUnknown' })

test('an expense goes back to what it was', story, {
  given: [lunchRecorded, lunchAmended],
  when: revert(lunchOpen),
  then: [
    {
      ...lunchAmended,
      changes: {
        amount: { from: eur('9.90'), to: eur('12.50') },
        description: { from: 'Lunch by the sea', to: 'Lunch at the harbour' },
      },
      facts: { ...lunchFacts, amount: eur('9.90') },
    },
  ],
})
test('what is as it was is no change', story, { given: [lunchRecorded], when: revert(lunchOpen), then: [] })
test('going back to before a deletion restores', story, {
  given: [lunchRecorded, lunchDeleted],
  when: revert(lunchOpen),
  then: [lunchRestored],
})
test('going back to after a deletion deletes', story, {
  given: [lunchRecorded, lunchDeleted, lunchRestored],
  when: revert({ ...lunchOpen, status: 'deleted' }),
  then: [lunchDeleted],
})
test('an expense that was deleted and another is amended before it is deleted', story, {
  given: [lunchRecorded],
  when: revert({ ...lunchOpen, status: 'deleted', date: tuesday }),
  then: [
    { ...lunchAmended, changes: { date: { from: monday, to: tuesday } } },
    { ...lunchDeleted, facts: { ...lunchFacts, date: tuesday } },
  ],
})
test('a deleted expense that was another comes back as that', story, {
  given: [lunchRecorded, lunchDeleted],
  when: revert({ ...lunchOpen, date: tuesday }),
  then: [lunchRestored, { ...lunchAmended, changes: { date: { from: monday, to: tuesday } } }],
})
test('a deleted expense that was another deleted one comes back to be amended and is deleted again', story, {
  given: [lunchRecorded, lunchDeleted],
  when: revert({ ...lunchOpen, status: 'deleted', date: tuesday }),
  then: [
    lunchRestored,
    { ...lunchAmended, changes: { date: { from: monday, to: tuesday } } },
    { ...lunchDeleted, facts: { ...lunchFacts, date: tuesday } },
  ],
})
test('an expense cannot go back to what it never was', story, {
  given: [lunchRecorded],
  when: revert(noExpense),
  then: 'VersionUnknown',
})
test('an unknown expense cannot go back', story, { given: [], when: revert(lunchOpen), then: 'ExpenseUnknown' })
