import test from 'ava'
import { Changes } from '../../../../src/web/api.ts'
import {
  changesColumns,
  partRows,
  spendingColumns,
  statementColumns,
} from '../../../../src/web/client/reports/columns.ts'
import { toCsv } from '../../../../src/web/client/reports/csv.ts'
import { groups } from '../../../../src/web/client/reports/report.ts'
import * as terminal from '../../../../src/ops/report/columns.ts'
import { ana, food, noon } from '../../../examples.ts'
import { coffee } from '../examples.ts'

const titles = (columns: readonly { title: string }[]) => columns.map(({ title }) => title)

test('the page’s files have the columns of those that the command line writes', (t) => {
  for (const group of groups) {
    const said = { month: group.includes('month'), category: group.includes('category') }
    t.deepEqual(titles(spendingColumns(group)), titles(terminal.spendingColumns(said)))
  }
  t.deepEqual(titles(statementColumns), titles(terminal.statementColumns))
  t.deepEqual(titles(changesColumns), titles(terminal.changesColumns))
})

test('spending is a line for each row', (t) => {
  const row = {
    month: '2026-11',
    category: '=Food',
    categoryId: food,
    currency: coffee.currency,
    count: 2,
    total: '12.50',
  }
  t.is(
    toCsv(spendingColumns('month,category'), [row]),
    `month,category,categoryId,currency,count,total\r\n2026-11,'=Food,${food},EUR,2,12.50\r\n`,
  )
})

test('a statement is a line for each expense', (t) => {
  const [, line] = toCsv(statementColumns, [{ ...coffee, description: 'Beans, two bags', running: '33.00' }]).split(
    '\r\n',
  )
  t.true(line?.startsWith(`${coffee.date},Groceries,"Beans, two bags",16.50,33.00,EUR,${coffee.id},`))
})

test('changes are a line for each event and currency, or one for an event that moved nothing', (t) => {
  const part = { type: 'ExpenseAmended', recordedAt: noon, actor: { id: ana, name: 'Ana' }, changes: {} }
  const moment = (position: number) => ({ position, recordedAt: noon })
  const changes = Changes.parse({
    since: moment(3),
    until: moment(9),
    items: [
      {
        id: coffee.id,
        was: { ...coffee, amount: '12.50' },
        is: null,
        events: [
          { ...part, position: 5, difference: [], actor: null },
          {
            ...part,
            position: 9,
            type: 'ExpenseDeleted',
            difference: [{ currency: 'EUR', count: -1, total: '-12.50' }],
          },
        ],
      },
    ],
    difference: [{ currency: 'EUR', count: -1, total: '-12.50' }],
  })
  const end = `,${coffee.id}`
  t.deepEqual(toCsv(changesColumns, partRows(changes)).split('\r\n').slice(1), [
    `${noon},5,ExpenseAmended,,${coffee.date},Groceries,Coffee beans,0,,${end}`,
    `${noon},9,ExpenseDeleted,Ana,${coffee.date},Groceries,Coffee beans,-1,-12.50,EUR${end}`,
    '',
  ])
})
