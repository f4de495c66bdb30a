import { signal } from '@preact/signals'
import test from 'ava'
import type { Shown } from '../../../../src/web/client/expenses/expense-list.ts'
import { openCursor } from '../../../../src/web/client/expenses/list-cursor.ts'
import { ExpenseId } from '../../../../src/events/ids.ts'
import { coffee } from '../examples.ts'

const rows = ['a', 'b', 'c', 'd'].map((name, index) => ({
  ...coffee,
  id: ExpenseId.parse(`01970000-0000-7000-8000-00000000000${index + 1}`),
  description: name,
}))
const all = (items: typeof rows): Shown => ({ items, next: null, count: items.length, totals: [] })

function open() {
  const shown = signal<Shown | undefined>(all(rows))
  const cursor = openCursor(shown)
  return { shown, cursor, at: () => cursor.at.value?.description }
}

test('the keys begin at the first row, and end at the last', (t) => {
  const { cursor, at } = open()
  t.is(at(), 'a')
  t.false(cursor.isSet.value)
  cursor.move(-1)
  t.is(at(), 'a')
  cursor.move(1)
  t.is(at(), 'b')
  cursor.last()
  cursor.move(1)
  t.is(at(), 'd')
  cursor.first()
  t.is(at(), 'a')
})
test('where its row goes, the next in its place is; and it comes back with the row', (t) => {
  const { shown, cursor, at } = open()
  cursor.put(rows[1]!)
  shown.value = all([rows[0]!, rows[2]!, rows[3]!])
  t.is(at(), 'c')
  shown.value = all(rows)
  t.is(at(), 'b')
})
test('where the last row goes, the one before it is', (t) => {
  const { shown, cursor, at } = open()
  cursor.last()
  t.is(at(), 'd')
  shown.value = all(rows.slice(0, 2))
  t.is(at(), 'b')
  shown.value = all([])
  t.is(at(), undefined)
  t.is(cursor.move(1), undefined)
})
