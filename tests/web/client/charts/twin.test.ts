import test from 'ava'
import { csvOf } from '../../../../src/web/client/charts/twin.ts'

test('the file of a table has what the ledger wrote, and no formulas of other people', (t) => {
  const row = { key: 'food', href: '/expenses', name: 'Food', figures: ['1', '€1,234.50'] }
  const csv = csvOf({
    caption: 'What was spent',
    columns: ['Category', 'Expenses', 'Spent'],
    rows: [
      { ...row, values: ['Food, drink', '1', '1234.50'] },
      { ...row, values: ['=1+1', '2', '-3.00'] },
    ],
    file: 'categories-EUR',
  })
  const lines = csv.replace(/^\uFEFF/, '').split('\r\n')
  t.is(lines[0], 'Category,Expenses,Spent')
  t.is(lines[1], '"Food, drink",1,1234.50')
  t.regex(lines[2] ?? '', /^"?'=1\+1"?,2,-3\.00$/)
})
