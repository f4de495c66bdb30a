import test from 'ava'
import { Spending } from '../../../../src/web/api.ts'
import { partOf, tablesOf } from '../../../../src/web/client/reports/spending.ts'
import { food, travel } from '../../../examples.ts'

const names = new Map<string, string>([
  ['Food', food],
  ['Travel', travel],
])
/** `2026-10 Food EUR 2 12.50`: `-` for a month or a category that the rows are not told apart by. */
function rows(...lines: string[]): Spending['rows'] {
  return lines.map((line) => {
    const [month, category = '', currency, count, total] = line.split(' ')
    const told = {
      ...(month !== '-' && { month }),
      ...(category !== '-' && { category, categoryId: names.get(category) }),
    }
    return Spending.shape.rows.element.parse({ ...told, currency, count: Number(count), total })
  })
}

test('months stand side by side, those without an expense too; lines and columns add up to the whole', (t) => {
  const [table, ...others] = tablesOf(
    rows('2026-09 Food EUR 2 12.50', '2026-11 Food EUR 1 30.00', '2026-11 Travel EUR 1 54.00'),
  )
  t.deepEqual(others, [])
  t.deepEqual(table?.columns, ['2026-09', '2026-10', '2026-11'])
  t.deepEqual(
    table?.lines.map(({ category, cells, whole }) => [category, cells.map((cell) => cell?.total), whole.total]),
    [
      ['Travel', [undefined, undefined, '54.00'], '54.00'],
      ['Food', ['12.50', undefined, '30.00'], '42.50'],
    ],
  )
  t.deepEqual(
    table?.feet.map(({ total }) => total),
    ['12.50', '0.00', '84.00'],
  )
  t.deepEqual(table?.whole, { count: 4, total: '96.50' })
})

test('each currency has a table of its own', (t) => {
  const tables = tablesOf(rows('- Food JPY 1 1500', '- Food EUR 1 12.50'))
  t.deepEqual(
    tables.map(({ currency, whole }) => [currency, whole.total]),
    [
      ['EUR', '12.50'],
      ['JPY', '1500'],
    ],
  )
})

test('categories of one name that belong to several people are one line', (t) => {
  const own = rows('- Food EUR 1 0.10')
  const others = own.map((row) => ({
    ...row,
    category: 'food ',
    categoryId: Spending.shape.rows.element.shape.categoryId.parse(travel),
  }))
  const [table] = tablesOf([...own, ...others])
  t.deepEqual(
    table?.lines.map(({ category, whole }) => [category, whole]),
    [['Food', { count: 2, total: '0.20' }]],
  )
})

test('the most is spent on the first line; months stay in their order', (t) => {
  const categories = tablesOf(rows('- Food EUR 1 -5.00', '- Travel EUR 1 100000000000000000000.00'))[0]
  t.deepEqual(
    categories?.lines.map(({ category }) => category),
    ['Travel', 'Food'],
  )
  t.is(categories?.whole.total, '99999999999999999995.00')
  const months = tablesOf(rows('2026-10 - EUR 1 1.00', '2026-11 - EUR 1 2.00'))[0]
  t.deepEqual([months?.columns, months?.lines.map(({ month }) => month)], [[], ['2026-10', '2026-11']])
})

test('where there are too many months for columns, there are years', (t) => {
  const [table] = tablesOf(rows('2024-12 Food EUR 1 1.00', '2026-01 Food EUR 1 2.00', '2026-11 Food EUR 1 4.00'))
  t.deepEqual(table?.columns, ['2024', '2026'])
  t.deepEqual(
    table?.feet.map(({ total }) => total),
    ['1.00', '6.00'],
  )
})

test('a column leads to its part of the period', (t) => {
  t.is(partOf('2026', '2026-10'), '2026-10')
  t.is(partOf('all', '2026'), '2026')
  t.is(partOf('2026-10-28..2026-11-03', '2026-10'), '2026-10-28..2026-10-31')
  t.is(partOf('2026-10-28..2026-11-03', '2026'), '2026-10-28..2026-11-03')
})
