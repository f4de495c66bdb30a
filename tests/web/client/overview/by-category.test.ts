import test from 'ava'
import type { Spending } from '../../../../src/web/api.ts'
import { byCategory, shareIn, topOf } from '../../../../src/web/client/overview/by-category.ts'
import { chosenOf, currenciesOf } from '../../../../src/web/client/overview/currencies.ts'
import { expenseOf } from '../../../../src/web/client/overview/expense-of.ts'
import { EUR, food, JPY, lunch, travel, USD } from '../../../examples.ts'

type Row = Spending['rows'][number]
const row = (category: string, total: string, more: Partial<Row> = {}): Row => ({
  ...{ categoryId: food, category, currency: EUR, count: 1, total },
  ...more,
})

test('categories are sorted by what was spent, in one currency', (t) => {
  const rows = [
    row('Food', '10.00'),
    row('Rent', '900.00'),
    row('Food', '5.00', { currency: USD }),
    row('Back', '-3.00'),
  ]
  t.deepEqual(
    byCategory(rows, EUR).map(({ name, total }) => [name, total]),
    [
      ['Rent', 90000n],
      ['Food', 1000n],
      ['Back', -300n],
    ],
  )
})
test('several people’s categories of one name are one', (t) => {
  const rows = [row('Food', '10.00'), row('food', '2.00', { categoryId: travel, count: 3 })]
  t.deepEqual(byCategory(rows, EUR), [{ id: food, name: 'Food', total: 1200n, count: 4 }])
})
test('shares are of the whole; where something was given back there are none', (t) => {
  const [rent, meals] = byCategory([row('Rent', '75.00'), row('Meals', '25.00')], EUR)
  const share = shareIn([rent!, meals!])
  t.is(share(rent!), 0.75)
  t.is(share(meals!), 0.25)
  const [palace, tea] = byCategory([row('Palace', '9999999999999.99'), row('Tea', '0.01')], EUR)
  t.deepEqual([palace!, tea!].map(shareIn([palace!, tea!])), [1 - 1e-15, 1e-15])
  const withRefund = byCategory([row('Rent', '75.00'), row('Meals', '-25.00')], EUR)
  t.is(shareIn(withRefund)(withRefund[0]!), undefined)
  t.is(shareIn([])(rent!), undefined)
})
test('of many the first eight are shown; a rest of one is no rest', (t) => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => index)
  t.deepEqual(topOf(many(40)).top, many(8))
  t.is(topOf(many(40)).rest.length, 32)
  t.deepEqual(topOf(many(9)), { top: many(9), rest: [] })
})
test('one’s own currency comes first, where it was used', (t) => {
  const found = [USD, JPY, EUR, USD].map((currency) => ({ currency }))
  t.deepEqual(currenciesOf(EUR, found), [EUR, JPY, USD])
  t.deepEqual(currenciesOf(EUR, [{ currency: USD }]), [USD])
  t.deepEqual(currenciesOf(EUR, []), [EUR])
  t.is(chosenOf('USD', [EUR, USD], EUR), USD)
  t.is(chosenOf('XXL', [EUR, USD], EUR), EUR)
  t.is(chosenOf('JPY', [USD], EUR), USD)
})
test('a change leads to its expense, if it is one of an expense', (t) => {
  t.is(expenseOf({ stream: `expense-${lunch}` }), lunch)
  t.is(expenseOf({ stream: `category-${food}` }), undefined)
})
