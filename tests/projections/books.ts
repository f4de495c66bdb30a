import type { LedgerEvent } from '../../src/events/event.ts'
import type { ExpenseFields } from '../../src/events/expense.ts'
import { CategoryId, ExpenseId, newId, UserId } from '../../src/events/ids.ts'
import type { Role } from '../../src/events/user.ts'
import { EUR } from '../examples.ts'

// What a history comes to, told by keeping the books in the plainest way, without looking at how the projections do it.

/** `events` are the places in the history, from 0, of what happened to it. */
type Told = { events: number[] }
export type Person = Told & { id: UserId; name: string; role: Role; deleted: boolean }
export type Category = Told & { id: CategoryId; owner: Person; name: string; archived: boolean }
export type Expense = Told & { id: ExpenseId; owner: Person; category: Category; deleted: boolean; words: Words }
export type Words = Omit<ExpenseFields, 'categoryId'>

export type Books = { events: LedgerEvent[]; people: Person[]; categories: Category[]; expenses: Expense[] }

export const emptyBooks = (): Books => ({ events: [], people: [], categories: [], expenses: [] })

// Each does what is asked if the ledger would accept it; what is about nothing, or changes nothing, is left out.

export function register(books: Books, role: Role): void {
  const person = { id: UserId.parse(newId()), name: 'Ana', role, deleted: false, events: [] }
  books.people.push(person)
  const fields = { name: 'Ana', email: `${person.id}@example.org`, role, currency: EUR }
  happens(books, person, { type: 'UserRegistered', userId: person.id, ...fields })
}

export function rename(books: Books, person: Person | undefined, name: string): void {
  if (!person || person.deleted || person.name === name) return
  const changes = { name: { from: person.name, to: name } }
  happens(books, person, { type: 'UserChanged', userId: person.id, changes })
  person.name = name
}

export function leaveOrReturn(books: Books, person: Person | undefined): void {
  if (!person) return
  happens(books, person, { type: person.deleted ? 'UserRestored' : 'UserDeleted', userId: person.id })
  person.deleted = !person.deleted
}

export function addCategory(books: Books, owner: Person | undefined, name: string): void {
  if (!owner || owner.deleted) return
  const category = { id: CategoryId.parse(newId()), owner, name, archived: false, events: [] }
  books.categories.push(category)
  const fields = { name, colour: '#3d9068' }
  happens(books, category, { type: 'CategoryAdded', categoryId: category.id, userId: owner.id, ...fields })
}

export function renameCategory(books: Books, category: Category | undefined, name: string): void {
  if (!category || category.name === name) return
  const changes = { name: { from: category.name, to: name } }
  happens(books, category, { type: 'CategoryChanged', categoryId: category.id, userId: category.owner.id, changes })
  category.name = name
}

export function archiveOrBringBack(books: Books, category: Category | undefined): void {
  if (!category) return
  const about = { categoryId: category.id, userId: category.owner.id }
  if (category.archived) happens(books, category, { type: 'CategoryRestored', ...about, changes: {} })
  else happens(books, category, { type: 'CategoryArchived', ...about })
  category.archived = !category.archived
}

export function record(books: Books, category: Category | undefined, words: Words): void {
  if (!category || category.owner.deleted) return
  const { owner } = category
  const expense = { id: ExpenseId.parse(newId()), owner, category, deleted: false, words, events: [] }
  books.expenses.push(expense)
  const about = { expenseId: expense.id, userId: owner.id, categoryId: category.id }
  happens(books, expense, { type: 'ExpenseRecorded', ...about, ...words })
}

/** `pick` finds one of the owner's categories. */
export function amend(
  books: Books,
  expense: Expense | undefined,
  pick: (own: readonly Category[]) => Category | undefined,
  words: Partial<Words>,
): void {
  if (!expense || expense.deleted) return
  const category = pick(books.categories.filter(({ owner }) => owner === expense.owner)) ?? expense.category
  const was: ExpenseFields = { ...expense.words, categoryId: expense.category.id }
  const is: ExpenseFields = { ...was, ...words, categoryId: category.id }
  const changed = (Object.keys(is) as (keyof ExpenseFields)[]).filter((field) => was[field] !== is[field])
  if (changed.length === 0) return
  const changes = Object.fromEntries(changed.map((field) => [field, { from: was[field], to: is[field] }]))
  const about = { expenseId: expense.id, userId: expense.owner.id, facts: factsOf(expense) }
  happens(books, expense, { type: 'ExpenseAmended', ...about, changes })
  Object.assign(expense, { category, words: { ...expense.words, ...words } })
}

export function deleteOrRestore(books: Books, expense: Expense | undefined): void {
  if (!expense) return
  const about = { expenseId: expense.id, userId: expense.owner.id, facts: factsOf(expense) }
  happens(books, expense, { type: expense.deleted ? 'ExpenseRestored' : 'ExpenseDeleted', ...about })
  expense.deleted = !expense.deleted
}

function factsOf({ category, words: { description: _description, ...facts } }: Expense) {
  return { categoryId: category.id, ...facts }
}

function happens({ events }: Books, to: Told, event: LedgerEvent): void {
  to.events.push(events.push(event) - 1)
}
