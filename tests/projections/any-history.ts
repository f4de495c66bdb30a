import fc from 'fast-check'
import type { LedgerEvent } from '../../src/events/event.ts'
import { CategoryId, ExpenseId, newId, UserId } from '../../src/events/ids.ts'
import { Minor } from '../../src/events/money.ts'
import type { Role } from '../../src/events/user.ts'
import { EUR, JPY, KWD, monday, tuesday, USD } from '../examples.ts'

// Histories that the ledger could have accepted, and what they come to: the books are kept in the plainest way, without
// looking at how the projections do it.

const step = <Do extends string, More extends object>(what: Do, more: { [K in keyof More]: fc.Arbitrary<More[K]> }) =>
  fc.record({ do: fc.constant(what), ...more } as { do: fc.Arbitrary<Do> } & typeof more)
const which = fc.nat(4)
const role = fc.constantFrom<Role>('admin', 'member')
const words = {
  date: fc.constantFrom(monday, tuesday),
  currency: fc.constantFrom(EUR, JPY, KWD, USD),
  amount: fc
    .constantFrom(1250, -3, 1, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER)
    .map((one) => Minor.parse(one)),
  description: fc.constantFrom('Lunch', "d'œuvre 🚀", 'x'.repeat(500), '\\%_ '),
}
const perhaps = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

export const anyHistory = fc.array(
  fc.oneof(
    step('register', { role }),
    step('rename', { which, name: fc.constantFrom('Zoë', 'Li ') }),
    step('leave or return', { which }),
    step('add category', { which, name: fc.constantFrom('Food', 'Ö  ö') }),
    step('rename category', { which, name: fc.constantFrom('Fun', 'ẞ') }),
    step('archive or bring back', { which }),
    { weight: 4, arbitrary: step('record', { which, ...words }) },
    {
      weight: 3,
      arbitrary: step('amend', {
        which,
        category: perhaps(which),
        date: perhaps(words.date),
        currency: perhaps(words.currency),
        amount: perhaps(words.amount),
        description: perhaps(words.description),
      }),
    },
    { weight: 2, arbitrary: step('delete or restore', { which }) },
  ),
  { minLength: 8, maxLength: 50 },
)

/** `events` are the places in the history, from 0, of what happened to it. */
type Told = { events: number[] }
export type Person = Told & { id: UserId; name: string; role: Role; deleted: boolean }
export type Category = Told & { id: CategoryId; owner: Person; name: string; archived: boolean }
export type Expense = Told & { id: ExpenseId; owner: Person; category: Category; deleted: boolean; fields: Fields }
type Fields = Pick<Extract<LedgerEvent, { type: 'ExpenseRecorded' }>, 'description' | 'date' | 'amount' | 'currency'>

/** What `steps` come to; a step that is about nothing, or changes nothing, is left out. */
export function keepBooks(steps: typeof anyHistory extends fc.Arbitrary<infer Steps> ? Steps : never) {
  const events: LedgerEvent[] = []
  const [people, categories, expenses]: [Person[], Category[], Expense[]] = [[], [], []]
  const happens = (to: Told, event: LedgerEvent) => to.events.push(events.push(event) - 1)
  const at = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length]
  const factsOf = ({ category, fields: { description: _words, ...facts } }: Expense) => ({
    categoryId: category.id,
    ...facts,
  })

  for (const one of steps) {
    if (one.do === 'register') {
      const person = { id: UserId.parse(newId()), name: 'Ana', role: one.role, deleted: false, events: [] }
      people.push(person)
      const fields = { name: 'Ana', email: `${person.id}@example.org`, role: one.role, currency: EUR }
      happens(person, { type: 'UserRegistered', userId: person.id, ...fields })
    } else if (one.do === 'rename') {
      const person = at(people, one.which)
      if (!person || person.deleted || person.name === one.name) continue
      const changes = { name: { from: person.name, to: one.name } }
      happens(person, { type: 'UserChanged', userId: person.id, changes })
      person.name = one.name
    } else if (one.do === 'leave or return') {
      const person = at(people, one.which)
      if (!person) continue
      happens(person, { type: person.deleted ? 'UserRestored' : 'UserDeleted', userId: person.id })
      person.deleted = !person.deleted
    } else if (one.do === 'add category') {
      const owner = at(people, one.which)
      if (!owner || owner.deleted) continue
      const { name } = one
      const category = { id: CategoryId.parse(newId()), owner, name, archived: false, events: [] }
      categories.push(category)
      happens(category, { type: 'CategoryAdded', categoryId: category.id, userId: owner.id, name, colour: '#3d9068' })
    } else if (one.do === 'rename category') {
      const category = at(categories, one.which)
      if (!category || category.name === one.name) continue
      const changes = { name: { from: category.name, to: one.name } }
      happens(category, { type: 'CategoryChanged', categoryId: category.id, userId: category.owner.id, changes })
      category.name = one.name
    } else if (one.do === 'archive or bring back') {
      const category = at(categories, one.which)
      if (!category) continue
      const about = { categoryId: category.id, userId: category.owner.id }
      happens(
        category,
        category.archived
          ? { type: 'CategoryRestored', ...about, changes: {} }
          : { type: 'CategoryArchived', ...about },
      )
      category.archived = !category.archived
    } else if (one.do === 'record') {
      const category = at(categories, one.which)
      if (!category || category.owner.deleted) continue
      const { do: _do, which: _which, ...fields } = one
      const expense = {
        id: ExpenseId.parse(newId()),
        owner: category.owner,
        category,
        deleted: false,
        fields,
        events: [],
      }
      expenses.push(expense)
      const about = { expenseId: expense.id, userId: category.owner.id, categoryId: category.id }
      happens(expense, { type: 'ExpenseRecorded', ...about, ...fields })
    } else if (one.do === 'amend') {
      const expense = at(expenses, one.which)
      if (!expense || expense.deleted) continue
      const facts = factsOf(expense)
      const own = categories.filter(({ owner }) => owner === expense.owner)
      const to = { ...facts, description: expense.fields.description }
      const category = (one.category === undefined ? undefined : at(own, one.category)) ?? expense.category
      const after = {
        categoryId: category.id,
        date: one.date ?? to.date,
        currency: one.currency ?? to.currency,
        amount: one.amount ?? to.amount,
        description: one.description ?? to.description,
      }
      const changed = (Object.keys(after) as (keyof typeof after)[]).filter((field) => after[field] !== to[field])
      if (changed.length === 0) continue
      const changes = Object.fromEntries(changed.map((field) => [field, { from: to[field], to: after[field] }]))
      happens(expense, { type: 'ExpenseAmended', expenseId: expense.id, userId: expense.owner.id, changes, facts })
      const { categoryId: _category, ...fields } = after
      Object.assign(expense, { category, fields })
    } else {
      const expense = at(expenses, one.which)
      if (!expense) continue
      const about = { expenseId: expense.id, userId: expense.owner.id, facts: factsOf(expense) }
      happens(expense, { type: expense.deleted ? 'ExpenseRestored' : 'ExpenseDeleted', ...about })
      expense.deleted = !expense.deleted
    }
  }
  return { events, people, categories, expenses }
}

export type Books = ReturnType<typeof keepBooks>
