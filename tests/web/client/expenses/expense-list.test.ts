import test from 'ava'
import type { Expense, ExpenseQuery } from '../../../../src/web/api.ts'
import { openExpenseList } from '../../../../src/web/client/expenses/expense-list.ts'
import { ana, ben } from '../../../examples.ts'
import { coffee } from '../examples.ts'

/** A server with `count` expenses, in pages; each answer waits until `answer` lets it go, unless it is `prompt`. */
function open(count: number, prompt = true) {
  const asked: ExpenseQuery[] = []
  const waiting: (() => void)[] = []
  const all: Expense[] = Array.from({ length: count }, (_, index) => ({ ...coffee, description: `${index}` }))
  const state = { fails: false }
  const list = openExpenseList({
    async expenses(query) {
      asked.push(query)
      if (!prompt) await new Promise<void>((resolve) => waiting.push(resolve))
      if (state.fails) throw new Error('No')
      const [from, limit] = [Number(query.cursor ?? 0), Number(query.limit)]
      const items = all.slice(from, from + limit).map((item) => ({ ...item, category: query.q ?? '' }))
      const next = from + limit < count ? `${from + limit}` : null
      return { items, next, count, totals: [] }
    },
  })
  return { list, asked, state, answer: (index: number) => waiting[index]?.() }
}
const loaded = ({ list }: ReturnType<typeof open>) => list.shown.value?.items.length

test('a list begins with fifty, and more are added below', async (t) => {
  const opened = open(300)
  await opened.list.show({ sort: '-date' })
  t.is(loaded(opened), 50)
  t.is(opened.list.shown.value?.count, 300)
  await opened.list.more()
  t.is(loaded(opened), 250)
  await opened.list.more()
  await opened.list.more()
  t.is(loaded(opened), 300)
  t.is(opened.asked.length, 3)
  t.is(opened.list.shown.value?.next, null)
})
test('after a change as much is loaded again as was there', async (t) => {
  const opened = open(700)
  await opened.list.show({})
  await opened.list.more()
  opened.asked.length = 0
  await opened.list.reload()
  t.is(loaded(opened), 400)
  t.deepEqual(
    opened.asked.map(({ limit }) => limit),
    ['200', '200'],
  )
})
test('the answer to an older question is not shown', async (t) => {
  const { list, answer } = open(10, false)
  const older = list.show({ q: 'older' })
  const newer = list.show({ q: 'newer' })
  answer(1)
  await newer
  answer(0)
  await older
  t.is(list.shown.value?.items[0]?.category, 'newer')
  t.false(list.busy.value)
})
test('what was there stays when fetching fails, and the failure is told', async (t) => {
  const opened = open(120)
  const { list, state } = opened
  await list.show({})
  state.fails = true
  await list.more()
  t.is((list.failure.value as Error).message, 'No')
  await list.reload()
  t.is(loaded(opened), 50)
  state.fails = false
  await list.reload()
  t.is(list.failure.value, undefined)
})
test('nothing is fetched before something is shown', async (t) => {
  const { list, asked } = open(1)
  await list.reload()
  await list.more()
  t.is(asked.length, 0)
  t.false(list.isEmpty.value)
})
test('what may not be seen any more is not kept, and not asked for again', async (t) => {
  const opened = open(3)
  await opened.list.show({ user: ana, sort: '-date' })
  opened.list.forget([ben])
  t.is(loaded(opened), 3)
  opened.list.forget([ben, ana])
  t.is(opened.list.shown.value, undefined)
  await opened.list.reload()
  t.is(opened.asked.length, 1)
})
