import test, { type ExecutionContext } from 'ava'
import fc from 'fast-check'
import { toMajor, type Currency } from '../../src/events/money.ts'
import type { ExpenseFilter, ExpenseKey, ExpenseSort, Projections } from '../../src/projections/projections.ts'
import {
  anna,
  bert,
  carla,
  categories,
  currencies,
  dates,
  history,
  kept,
  names,
  people,
  words,
  type Kept,
} from './many-expenses.ts'
import { projected } from './projected.ts'

const unless = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 })
const filters: fc.Arbitrary<ExpenseFilter> = fc.record({
  userId: unless(fc.constantFrom(...people)),
  from: unless(fc.constantFrom(...dates)),
  to: unless(fc.constantFrom(...dates)),
  category: unless(
    fc.constantFrom(...names, 'café', ' a_b ', categories[0]!.categoryId, categories[8]!.categoryId, 'none'),
  ),
  q: unless(fc.constantFrom(...words, 'LUNCH', '%', '_', '\\', '!', ':limit', '?', "'", 'οδος', 'caf', 'fun', '')),
  min: unless(fc.constantFrom('0', '-5.00', '0.001', '0.005', '10', '999.9999', '1000')),
  max: unless(fc.constantFrom('0.01', '0.0050', '1', '10.00', '1000.0', '90071992547409.91')),
  currency: unless(fc.constantFrom(...currencies)),
  deleted: fc.constantFrom('false', 'true', 'all'),
})
const sorts = fc.constantFrom<ExpenseSort>('date', '-date', 'amount', '-amount', 'recorded', '-recorded')

test('a list is what its filter says, in its order, page by page; so are its totals', async (t) => {
  const projections = await filled(t)
  const property = fc.asyncProperty(filters, sorts, fc.integer({ min: 1, max: 50 }), async (filter, sort, limit) => {
    const expected = kept.filter((expense) => matches(filter, expense)).sort(by(sort))
    const found = (await pages(projections, filter, sort, limit)).flat()
    if (found.join() !== expected.map(({ id }) => id).join()) throw new Error(`${found.length} of ${expected.length}`)
    const every: string[] = []
    for await (const items of projections.everyExpense(filter, sort, { looked: 2 * limit, read: limit })) {
      every.push(...items.map(({ id }) => id))
    }
    if (every.join() !== found.join()) throw new Error(`${every.length} of ${found.length}`)
    const totals = await projections.totalsOfExpenses(filter)
    if (fc.stringify(totals) !== fc.stringify(totalsOf(expected))) throw new Error(fc.stringify(totals))
  })
  await fc.assert(property, { numRuns: 150 })
  t.pass()
})

test('an expense is listed once, whatever happens to others between two pages', async (t) => {
  const { projections, append, caughtUp } = await projected(t)
  projections.follow()
  await append(history)
  await caughtUp(projections)
  const filter = { userId: anna, deleted: 'false' } as const
  const wanted = kept.filter((expense) => matches(filter, expense))
  for (const sort of ['date', '-amount', '-recorded'] as const) {
    let changes = 0
    const found = await pages(projections, filter, sort, 4, async () => {
      const gone = wanted[changes++]
      if (!gone) return
      const { id, userId, categoryId, date, amount, currency } = gone
      const facts = { categoryId, date, amount, currency }
      await append([{ type: 'ExpenseDeleted', expenseId: id, userId, facts }])
      await caughtUp(projections)
    })
    const untouched = wanted.slice(changes).map(({ id }) => id)
    const seen = found.flat()
    t.is(new Set(seen).size, seen.length)
    t.deepEqual(
      untouched.filter((id) => !seen.includes(id)),
      [],
    )
    wanted.splice(0, changes)
  }
})

test('of all that match each comes once, whatever happens to others, and none that matches no longer', async (t) => {
  const { projections, append, caughtUp } = await projected(t)
  projections.follow()
  await append(history)
  await caughtUp(projections)
  const filter = { userId: anna, deleted: 'false' } as const
  const wanted = kept.filter((expense) => matches(filter, expense)).sort(by('-date'))
  const gone = wanted.filter((_, index) => index % 3 === 2)
  const found: string[] = []
  for await (const items of projections.everyExpense(filter, '-date', { looked: 8, read: 4 })) {
    if (found.length === 0) {
      const deleted = gone.map(({ id, userId, ...facts }) => ({ expenseId: id, userId, facts: factsOf(facts) }))
      await append(deleted.map((one) => ({ type: 'ExpenseDeleted' as const, ...one })))
      await caughtUp(projections)
    }
    found.push(...items.map(({ id }) => id))
  }
  const untouched = wanted.filter((one, index) => index < 4 || !gone.includes(one))
  t.deepEqual(
    found,
    untouched.map(({ id }) => id),
  )
})

test('users come oldest first, the deleted ones apart', async (t) => {
  const projections = await filled(t)
  const first = await projections.listUsers({ deleted: false, limit: 1 })
  t.deepEqual([first.items.map(({ id }) => id), first.next], [[anna], 1])
  const second = await projections.listUsers({ deleted: false, limit: 1, after: first.next ?? 0 })
  t.deepEqual([second.items.map(({ id }) => id), second.next], [[bert], null])
  const deleted = await projections.listUsers({ deleted: true, limit: 5 })
  t.deepEqual(
    deleted.items.map(({ id, deleted }) => [id, deleted]),
    [[carla, true]],
  )
  const only = await projections.listUsers({ deleted: false, only: bert, limit: 5 })
  t.deepEqual(
    only.items.map(({ id }) => id),
    [bert],
  )
})

test('categories come by name, archived or not, without those of deleted users', async (t) => {
  const projections = await filled(t)
  const all = await projections.listCategories({ limit: 3 })
  t.deepEqual(
    all.items.map(({ name }) => name),
    ['100 % fun', '100 % fun', 'A_B'],
  )
  const rest = await projections.listCategories({ limit: 10, after: all.next ?? undefined })
  t.deepEqual(
    rest.items.map(({ name }) => name),
    ['A_B', 'Café', 'Café', 'Food', 'Food'],
  )
  t.is(rest.next, null)
  const own = await projections.listCategories({ userId: bert, archived: false, limit: 10 })
  t.deepEqual(
    own.items.map(({ name }) => name),
    ['100 % fun', 'A_B', 'Café', 'Food'],
  )
  t.deepEqual((await projections.listCategories({ userId: bert, archived: true, limit: 10 })).items, [])
  t.deepEqual((await projections.listCategories({ userId: carla, limit: 10 })).items, [])
})

test('what a deleted user has is hidden, the user is not', async (t) => {
  const projections = await filled(t)
  t.true((await projections.userById(carla))?.deleted)
  t.deepEqual(await projections.totalsOfUser(carla), [])
  t.is(await projections.categoryById(categories.find(({ userId }) => userId === carla)!.categoryId), undefined)
  t.is(await projections.expenseById(kept.find(({ userId }) => userId === carla)!.id), undefined)
  t.deepEqual(
    (await projections.listExpenses({ filter: { userId: carla, deleted: 'all' }, sort: 'date', limit: 5 })).items,
    [],
  )
})

async function filled(t: ExecutionContext): Promise<Projections> {
  const { projections, append } = await projected(t)
  await append(history)
  await projections.rebuild()
  return projections
}

function factsOf({ categoryId, date, amount, currency }: Pick<Kept, 'categoryId' | 'date' | 'amount' | 'currency'>) {
  return { categoryId, date, amount, currency }
}

/** The ids of a list, page by page; `between` runs after each page. */
async function pages(
  projections: Projections,
  filter: ExpenseFilter,
  sort: ExpenseSort,
  limit: number,
  between: () => Promise<void> = () => Promise.resolve(),
): Promise<string[][]> {
  const found: string[][] = []
  let after: ExpenseKey | null | undefined
  while (after !== null) {
    const { items, next } = await projections.listExpenses({ filter, sort, limit, after })
    found.push(items.map(({ id }) => id))
    after = next
    await between()
  }
  return found
}

function matches({ userId, from, to, category, q, min, max, currency, deleted }: ExpenseFilter, one: Kept): boolean {
  const folded = (text: string) => text.toLowerCase().replaceAll('ς', 'σ')
  const holds = (text: string) => folded(text).includes(folded(q ?? ''))
  return (
    one.userId !== carla &&
    (userId === undefined || one.userId === userId) &&
    (from === undefined || one.date >= from) &&
    (to === undefined || one.date <= to) &&
    (category === undefined || category === one.categoryId || folded(category).trim() === folded(one.category)) &&
    (holds(one.description) || holds(one.category)) &&
    (min === undefined || scaled(one) >= tenThousandths(min)) &&
    (max === undefined || scaled(one) <= tenThousandths(max)) &&
    (currency === undefined || one.currency === currency) &&
    (deleted === 'all' || String(one.deleted) === deleted)
  )
}

function by(sort: ExpenseSort) {
  const sign = sort.startsWith('-') ? -1 : 1
  return (one: Kept, other: Kept): number => {
    const tie = one.position - other.position
    if (sort.endsWith('date')) return sign * (one.date < other.date ? -1 : one.date > other.date ? 1 : tie)
    if (sort.endsWith('amount')) return sign * (Number(scaled(one) - scaled(other)) || tie)
    return sign * tie
  }
}

/** An amount in ten-thousandths of its major unit. */
function scaled({ amount, currency }: Kept): bigint {
  return tenThousandths(toMajor(amount, currency))
}

function tenThousandths(major: string): bigint {
  const [whole = '', fraction = ''] = major.split('.')
  return BigInt(whole + fraction.padEnd(4, '0'))
}

function totalsOf(expenses: readonly Kept[]) {
  const sums = new Map<Currency, { count: number; total: bigint }>()
  for (const { currency, amount } of expenses) {
    const { count, total } = sums.get(currency) ?? { count: 0, total: 0n }
    sums.set(currency, { count: count + 1, total: total + BigInt(amount) })
  }
  const totals = [...sums].map(([currency, sum]) => ({ currency, ...sum }))
  return { count: expenses.length, totals: totals.sort((one, other) => (one.currency < other.currency ? -1 : 1)) }
}
