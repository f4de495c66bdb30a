import test from 'ava'
import fc from 'fast-check'
import type { Recorded } from '../../src/events/event.ts'
import type { Placed } from '../../src/events/log/append.ts'
import { activity } from '../../src/projections/activity/projection.ts'
import { categories } from '../../src/projections/categories.ts'
import { expenses } from '../../src/projections/expenses/projection.ts'
import { applied, keysNeeded, touchesOf } from '../../src/projections/fold.ts'
import type { Projection, Row } from '../../src/projections/projection.ts'
import type { Projections } from '../../src/projections/projections.ts'
import { userTotals } from '../../src/projections/user-totals.ts'
import { users } from '../../src/projections/users.ts'
import { anyBooks } from './any-history.ts'
import type { Books, Expense } from './books.ts'
import { projected } from './projected.ts'
import { recorded } from './recorded.ts'

test('what is live is what is rebuilt, and what the books say', async (t) => {
  const { projections, append, caughtUp } = await projected(t)
  projections.follow()
  const property = fc.asyncProperty(anyBooks, async (books) => {
    const placed = await append(books.events, books.people[0]?.id)
    await caughtUp(projections)
    const expected = told(books, placed)
    t.deepEqual(await found(projections, books), expected)
    await projections.rebuild()
    t.deepEqual(await found(projections, books), expected)
  })
  await fc.assert(property, { numRuns: 25, endOnFailure: true })
  t.deepEqual(await projections.check(), { ok: true, differences: [] })
})

for (const projection of [users, categories, expenses, userTotals, activity] as Projection[]) {
  test(`${projection.name}: however a history is cut into batches, it comes to the same`, (t) => {
    const property = fc.property(anyBooks, fc.infiniteStream(fc.integer({ min: 1, max: 9 })), ({ events }, sizes) => {
      const history = recorded(events)
      t.deepEqual(inBatches(projection, history, sizes), applied(touchesOf(projection, history), new Map()))
    })
    fc.assert(property)
    t.pass()
  })
}

/** As steps do it: only those rows are known that a batch says it needs. */
function inBatches(projection: Projection, history: readonly Recorded[], sizes: Iterable<number>): Map<string, Row> {
  const rows = new Map<string, Row>()
  const left = [...history]
  for (const size of sizes) {
    const touches = touchesOf(projection, left.splice(0, size))
    const needed = keysNeeded(touches).flatMap((key) => {
      const row = rows.get(key)
      return row ? [[key, row] as const] : []
    })
    for (const [key, row] of applied(touches, new Map(needed))) rows.set(key, row)
    if (left.length === 0) break
  }
  return new Map([...rows])
}

/** What the projections say of those in the books. */
async function found(projections: Projections, { people, expenses, categories }: Books) {
  const lists = people.map(async ({ id: userId }) => {
    const filter = { userId, deleted: 'all' } as const
    return (await projections.listExpenses({ filter, sort: 'recorded', limit: 100 })).items
  })
  return {
    users: await Promise.all(people.map(({ id }) => projections.userById(id))),
    categories: await Promise.all(categories.map(({ id }) => projections.categoryById(id))),
    expenses: await Promise.all(expenses.map(({ id }) => projections.expenseById(id))),
    lists: (await Promise.all(lists)).map((items) => items.map(({ id }) => id)),
    totals: await Promise.all(people.map(({ id }) => projections.totalsOfUser(id))),
    activity: await Promise.all(people.map(({ id: userId }) => projections.listActivity({ userId }, 200))),
  } as unknown
}

/** The same as the books say it. */
function told({ events, people, categories, expenses }: Books, placed: readonly Placed[]): unknown {
  const placeOf = (event: number | undefined) => placed[event ?? 0]
  const around = ({ events }: { events: number[] }) => ({
    version: events.length,
    position: placeOf(events[0])?.position,
    recordedAt: placeOf(events[0])?.recordedAt,
    changedAt: placeOf(events.at(-1))?.recordedAt,
  })
  const [actor] = people
  const changedBy = { id: actor?.id, name: actor?.name }
  return {
    users: people.map(({ events, ...person }) => {
      return { ...person, email: `${person.id}@example.org`, currency: 'EUR', ...around({ events }) }
    }),
    categories: categories.map(({ id, owner, name, archived, events }) => {
      const category = { id, userId: owner.id, name, colour: '#3d9068', archived, version: events.length }
      return owner.deleted ? undefined : category
    }),
    expenses: expenses.map(({ id, owner, category, deleted, words, events }) => {
      const about = { id, userId: owner.id, categoryId: category.id, category: category.name, deleted }
      return owner.deleted ? undefined : { ...about, ...words, ...around({ events }), changedBy }
    }),
    lists: people.map((person) =>
      person.deleted ? [] : expenses.filter(({ owner }) => owner === person).map(({ id }) => id),
    ),
    totals: people.map((person) =>
      totalsOf(expenses.filter(({ owner, deleted }) => owner === person && !person.deleted && !deleted)),
    ),
    activity: people.map(({ id }) => {
      const own = placed.filter((_place, event) => events[event]?.userId === id)
      return { items: own.map(({ position }) => position).reverse(), next: null }
    }),
  }
}

function totalsOf(expenses: readonly Expense[]) {
  const currencies = [...new Set(expenses.map(({ words }) => words.currency))].sort()
  return currencies.map((currency) => {
    const own = expenses.filter(({ words }) => words.currency === currency)
    return { currency, count: own.length, total: own.reduce((sum, { words }) => sum + BigInt(words.amount), 0n) }
  })
}
