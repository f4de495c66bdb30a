import fc from 'fast-check'
import { Minor } from '../../src/events/money.ts'
import { EUR, JPY, KWD, monday, tuesday, USD } from '../examples.ts'
import {
  addCategory,
  amend,
  archiveOrBringBack,
  deleteOrRestore,
  emptyBooks,
  leaveOrReturn,
  record,
  register,
  rename,
  renameCategory,
  type Books,
} from './books.ts'

type Step = (books: Books) => void

const which = fc.nat(4)
const at = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length]
const amounts = [1250, -3, 1, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER].map((amount) => Minor.parse(amount))
const words = {
  date: fc.constantFrom(monday, tuesday),
  currency: fc.constantFrom(EUR, JPY, KWD, USD),
  amount: fc.constantFrom(...amounts),
  description: fc.constantFrom('Lunch', "d'œuvre 🚀", 'x'.repeat(500), '\\%_ '),
}

const registering = fc.constantFrom('admin' as const, 'member' as const).map((role): Step => {
  return (books) => register(books, role)
})
const renaming = fc.tuple(which, fc.constantFrom('Zoë', 'Li ')).map(([who, name]): Step => {
  return (books) => rename(books, at(books.people, who), name)
})
const leaving = which.map(
  (who): Step =>
    (books) =>
      leaveOrReturn(books, at(books.people, who)),
)
const adding = fc.tuple(which, fc.constantFrom('Food', 'Ö  ö')).map(([who, name]): Step => {
  return (books) => addCategory(books, at(books.people, who), name)
})
const recategorising = fc.tuple(which, fc.constantFrom('Fun', 'ẞ')).map(([what, name]): Step => {
  return (books) => renameCategory(books, at(books.categories, what), name)
})
const archiving = which.map(
  (what): Step =>
    (books) =>
      archiveOrBringBack(books, at(books.categories, what)),
)
const recording = fc.tuple(which, fc.record(words)).map(([what, told]): Step => {
  return (books) => record(books, at(books.categories, what), told)
})
const amending = fc.tuple(which, which, fc.record(words, { requiredKeys: [] })).map(([what, category, told]): Step => {
  return (books) => amend(books, at(books.expenses, what), (own) => at(own, category), told)
})
const deleting = which.map(
  (what): Step =>
    (books) =>
      deleteOrRestore(books, at(books.expenses, what)),
)

const steps = fc.oneof(
  ...[registering, renaming, leaving, adding, recategorising, archiving],
  { weight: 4, arbitrary: recording },
  { weight: 3, arbitrary: amending },
  { weight: 2, arbitrary: deleting },
)

/** Any history that the ledger could have accepted, as the books tell it. */
export const anyBooks: fc.Arbitrary<Books> = fc.array(steps, { minLength: 8, maxLength: 50 }).map((asked) => {
  const books = emptyBooks()
  // Without anybody there, nothing else can happen.
  register(books, 'admin')
  addCategory(books, at(books.people, 0), 'Food')
  for (const step of asked) step(books)
  return books
})
