import fc from 'fast-check'
import { CalendarDate } from '../../../src/events/calendar.ts'
import { Minor } from '../../../src/events/money.ts'
import { EUR, JPY, KWD, USD } from '../../examples.ts'
import {
  addCategory,
  amend,
  deleteOrRestore,
  leaveOrReturn,
  record,
  register,
  rename,
  renameCategory,
  type Books,
} from '../books.ts'

/** Does one thing to the books at most. */
export type Step = (books: Books) => void

const which = fc.nat(1_000)
const at = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length]

/** Where months and years end, leap days, and the first and last day there are. */
export const dates = [
  ...['1000-01-01', '2023-12-31', '2024-01-01', '2024-02-28', '2024-02-29'],
  ...['2024-03-01', '2024-03-31', '2024-04-01', '2025-02-28', '9999-12-31'],
].map((date) => CalendarDate.parse(date))
const amounts = [1250, -3, 1, 100_000, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER]
const words = {
  date: fc.constantFrom(...dates),
  currency: fc.constantFrom(EUR, JPY, KWD, USD),
  amount: fc.constantFrom(...amounts.map((amount) => Minor.parse(amount))),
  description: fc.constantFrom('Lunch', "d'œuvre 🚀", '\\%_ '),
}

const of =
  (act: (books: Books, index: number) => void) =>
  (index: number): Step =>
  (books) =>
    act(books, index)

const leaving = which.map(of((books, index) => leaveOrReturn(books, at(books.people, index))))
const registering = fc.constant<Step>((books) => books.people.length < 6 && register(books, 'member'))
const renaming = fc.tuple(which, fc.constantFrom('Zoë', 'Li', 'Mo')).map(([who, name]): Step => {
  return (books) => rename(books, at(books.people, who), name)
})
const adding = fc.tuple(which, fc.constantFrom('Food', 'Ö  ö')).map(([who, name]): Step => {
  return (books) => books.categories.length < 20 && addCategory(books, at(books.people, who), name)
})
const recategorising = fc.tuple(which, fc.constantFrom('Fun', 'food', 'Zoo')).map(([what, name]): Step => {
  return (books) => renameCategory(books, at(books.categories, what), name)
})
const recording = fc.tuple(which, fc.record(words)).map(([what, told]): Step => {
  return (books) => record(books, at(books.categories, what), told)
})
const amending = fc.tuple(which, which, fc.record(words, { requiredKeys: [] })).map(([what, category, told]): Step => {
  return (books) => amend(books, at(books.expenses, what), (own) => at(own, category), told)
})
const deleting = which.map(of((books, index) => deleteOrRestore(books, at(books.expenses, index))))

/** What may happen in a ledger, the most usual things most often. */
export const steps: fc.Arbitrary<Step> = fc.oneof(
  ...[registering, renaming, leaving, adding, recategorising],
  { weight: 5, arbitrary: recording },
  { weight: 5, arbitrary: amending },
  { weight: 3, arbitrary: deleting },
)
