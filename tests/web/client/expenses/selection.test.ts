import { signal } from '@preact/signals'
import test from 'ava'
import type { Expense } from '../../../../src/web/api.ts'
import { choiceOf } from '../../../../src/web/client/expenses/choice.ts'
import type { Shown } from '../../../../src/web/client/expenses/expense-list.ts'
import { openSelection } from '../../../../src/web/client/expenses/selection.ts'
import { ExpenseId } from '../../../../src/events/ids.ts'
import { EUR, JPY } from '../../../examples.ts'
import { coffee } from '../examples.ts'

/** Expenses one to `count`, each of as many euros. */
const expenses = (count: number): Expense[] =>
  Array.from({ length: count }, (_, index) => ({ ...coffee, id: idOf(index + 1), amount: `${index + 1}.00` }))
const idOf = (number: number) => ExpenseId.parse(`01970000-0000-7000-8000-${`${number}`.padStart(12, '0')}`)
const all = (items: Expense[], more: Partial<Shown> = {}): Shown => ({
  ...{ items, next: null, count: items.length, totals: [] },
  ...more,
})

function open(items = expenses(5), more: Partial<Shown> = {}) {
  const shown = signal<Shown | undefined>(all(items, more))
  const selection = openSelection(shown)
  const chosen = () => items.flatMap(({ id }, index) => (selection.has(id) ? index + 1 : []))
  const row = (number: number) => items[number - 1]!
  return { shown, selection, chosen, row }
}

test('a row is chosen, and chosen no more', (t) => {
  const { selection, chosen, row } = open()
  selection.toggle(row(2))
  selection.toggle(row(4))
  t.deepEqual(chosen(), [2, 4])
  t.deepEqual(selection.totals.value, [{ currency: EUR, total: '6.00' }])
  t.is(selection.ofLoaded.value, 'some')
  selection.toggle(row(2))
  t.deepEqual(chosen(), [4])
})
test('a range goes from the one that was chosen last, up or down, and adds to what is chosen', (t) => {
  const { selection, chosen, row } = open()
  selection.toggle(row(5))
  selection.toggle(row(3))
  selection.toggleRange(row(1))
  t.deepEqual(chosen(), [1, 2, 3, 5])
  selection.clear()
  selection.toggleRange(row(4))
  t.deepEqual(chosen(), [4])
})
test('all that are loaded can be chosen at once, and none again', (t) => {
  const { selection, chosen } = open()
  selection.toggleLoaded()
  t.deepEqual(chosen(), [1, 2, 3, 4, 5])
  t.is(selection.ofLoaded.value, 'all')
  selection.toggleLoaded()
  t.is(selection.ofLoaded.value, 'none')
  t.is(selection.count.value, 0)
})
test('all that match is more than all that are loaded', (t) => {
  const totals = [{ currency: JPY, count: 700, total: '9000' }]
  const { selection, chosen, row } = open(expenses(3), { next: 'more', count: 700, totals })
  selection.toggleLoaded()
  t.is(selection.count.value, 3)
  selection.chooseAll()
  t.is(selection.count.value, 700)
  t.deepEqual(selection.totals.value, totals)
  t.is(selection.ofLoaded.value, 'all')
  selection.toggle(row(2))
  t.deepEqual(chosen(), [1, 3])
  t.false(selection.isAll.value)
})
test('what is chosen stays when the list is fetched again, as it is then', (t) => {
  const { shown, selection, row } = open()
  selection.toggle(row(1))
  shown.value = all([{ ...row(1), amount: '7.00' }, row(2)])
  t.deepEqual(selection.totals.value, [{ currency: EUR, total: '7.00' }])
})
test('what is gone from the list is chosen no more', (t) => {
  const { shown, selection, row } = open()
  selection.toggleLoaded()
  shown.value = all([row(1), row(3)])
  t.deepEqual(
    selection.chosen.value.map(({ id }) => id),
    [row(1).id, row(3).id],
  )
  shown.value = all([])
  t.is(selection.count.value, 0)
})
test('what may only not be loaded again yet stays chosen', (t) => {
  const { shown, selection, row } = open()
  selection.toggle(row(5))
  shown.value = all([row(1), row(2)], { next: 'more', count: 5 })
  t.is(selection.count.value, 1)
})
test('another question has another answer: nothing of it is chosen', (t) => {
  const { shown, selection, row } = open()
  selection.about('bread')
  selection.toggle(row(1))
  selection.about('bread')
  t.is(selection.count.value, 1)
  selection.about('trams')
  t.is(selection.count.value, 0)
  selection.toggle(row(5))
  shown.value = all([row(1)], { next: 'more', count: 2 })
  t.is(selection.count.value, 0)
})
test('a row can be added without asking whether it is chosen already', (t) => {
  const { selection, chosen, row } = open()
  t.false(selection.isAny.value)
  selection.add(row(2))
  selection.add(row(2))
  t.deepEqual(chosen(), [2])
  t.true(selection.isAny.value)
  selection.chooseAll()
  selection.add(row(3))
  t.true(selection.isAll.value)
})
test('nothing is chosen of a list that is not there yet', (t) => {
  const selection = openSelection(signal<Shown | undefined>(undefined))
  selection.toggleLoaded()
  selection.chooseAll()
  t.is(selection.count.value, 0)
  t.is(selection.ofLoaded.value, 'none')
})
test('of some, those that are there are changed and the deleted restored; of all that match, what the filter is about', (t) => {
  const [one, other] = expenses(2)
  const some = [one!, { ...other!, deleted: true }]
  const matching = { q: 'bread' }
  t.deepEqual(choiceOf({ isAll: false, count: 2, some, matching }, 'all'), {
    change: { which: { ids: [idOf(1)] }, count: 1 },
    restore: { which: { ids: [idOf(2)] }, count: 1 },
  })
  const all = { isAll: true, count: 9, some: [], matching }
  t.deepEqual(choiceOf(all, 'false').change, { which: { filter: matching }, count: 9 })
  t.is(choiceOf(all, 'false').restore.count, 0)
  t.deepEqual(choiceOf(all, 'true').restore, { which: { filter: matching }, count: 9 })
  t.is(choiceOf(all, 'true').change.count, 0)
})
