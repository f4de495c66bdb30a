import test from 'ava'
import { amountScale } from '../../../../src/web/client/charts/amount-scale.ts'
import { barsOf } from '../../../../src/web/client/charts/bars.ts'
import { labelSpots } from '../../../../src/web/client/charts/line-labels.ts'
import { rove } from '../../../../src/web/client/charts/roving.ts'
import { sparse } from '../../../../src/web/client/charts/sparse.ts'

test('an axis has zero and round figures', (t) => {
  const scale = amountScale([1180, 2316.45], 200, 0)
  t.deepEqual(scale.figures, [0, 500, 1000, 1500, 2000, 2500])
  t.is(scale.at(0), 200)
  t.is(scale.at(2500), 0)
})
test('refunds hang below zero', (t) => {
  const scale = amountScale([-40, 100], 200, 0)
  t.deepEqual(scale.figures, [-50, 0, 50, 100])
  t.true(scale.at(-40) > scale.at(0))
})
test('where nothing was spent there is only zero', (t) => {
  const scale = amountScale([], 200, 0)
  t.deepEqual(scale.figures, [0])
  t.is(scale.at(0), 200)
})
test('amounts of any size are drawn', (t) => {
  const scale = amountScale([1e30], 200, 0)
  const top = scale.at(1e30)
  t.true(top >= 0 && top < 50, `${top}`)
  t.is(Math.round(scale.at(5e29)), Math.round((200 + top) / 2))
})

test('bars share one scale, and little is not nothing', (t) => {
  t.deepEqual(barsOf([200, 100, 0.01, 0]), [
    { from: 0, length: 100 },
    { from: 0, length: 50 },
    { from: 0, length: 0.75 },
    { from: 0, length: 0 },
  ])
})
test('a bar of a refund ends where the others begin', (t) => {
  const [spent, back] = barsOf([75, -25])
  t.deepEqual(spent, { from: 25, length: 75 })
  t.deepEqual(back, { from: 0, length: 25 })
})
test('bars stay within their room, also if all were given back', (t) => {
  for (const { from, length } of [...barsOf([-5, -0.001]), ...barsOf([1e6, -1]), ...barsOf([])]) {
    t.true(from >= 0 && from + length <= 100.0001)
  }
})

test('labels are left out evenly: of days by the week, of months by the part of a year', (t) => {
  const days = { count: 31, labelWidth: 34, of: 'days' } as const
  t.deepEqual(sparse({ ...days, width: 560 }), [0, 7, 14, 21, 28])
  t.is(sparse({ ...days, width: 2000 }).length, 31)
  const months = { count: 12, labelWidth: 32, of: 'months' } as const
  t.deepEqual(sparse({ ...months, width: 260 }, true), [1, 3, 5, 7, 9, 11])
  t.deepEqual(sparse({ ...months, width: 100 }, true), [5, 11])
})
test('of very many labels a few are left', (t) => {
  t.true(sparse({ count: 60, width: 200, labelWidth: 34, of: 'days' }).length <= 6)
  t.deepEqual(sparse({ count: 0, width: 0, labelWidth: 34, of: 'days' }), [])
})

const room = { right: 500, top: 12, bottom: 180 }
test('the line that ends higher has its name above, the other below', (t) => {
  const { now, before } = labelSpots({ x: 300, y: 90, name: 'November' }, { x: 500, y: 40 }, 60, room)
  t.deepEqual(now, { x: 308, y: 105, anchor: 'start' })
  t.deepEqual(before, { x: 500, y: 32, anchor: 'end' })
})
test('a name stays within the chart', (t) => {
  const { now, before } = labelSpots({ x: 490, y: 8, name: 'November' }, { x: 500, y: 178 }, 178, room)
  t.deepEqual(now, { x: 490, y: 12, anchor: 'end' })
  t.deepEqual(before, { x: 500, y: 170, anchor: 'end' })
})
test('two names never touch', (t) => {
  const { now, before } = labelSpots({ x: 500, y: 178, name: 'November' }, { x: 500, y: 179 }, 179, room)
  t.true(Math.abs(now.y - before.y) >= 15)
})

test('arrow keys go along a chart and hold at its ends', (t) => {
  t.is(rove('ArrowRight', 1, 3), 2)
  t.is(rove('ArrowRight', 2, 3), 2)
  t.is(rove('ArrowLeft', 0, 3), 0)
  t.is(rove('Home', 2, 3), 0)
  t.is(rove('End', 0, 3), 2)
  t.is(rove('Tab', 0, 3), undefined)
  t.is(rove('toString', 0, 3), undefined)
})
