import test from 'ava'
import { toMinor } from '../../../src/events/money.ts'
import { CalendarDate } from '../../../src/events/calendar.ts'
import { categories } from '../../../src/ops/demo/habits.ts'
import { personAt } from '../../../src/ops/demo/people.ts'
import { purchases, type Size } from '../../../src/ops/demo/purchases.ts'
import { EUR, monday } from '../../examples.ts'

const year: Size = { seed: 1, users: 3, expenses: 1_200, until: monday }
const made = (size: Partial<Size> = {}) => [...purchases({ ...year, ...size })]

test('the same seed makes the same purchases, another makes others', (t) => {
  t.deepEqual(made(), made())
  t.notDeepEqual(made(), made({ seed: 2 }))
})

for (const [users, expenses] of [
  [1, 0],
  [1, 1],
  [7, 3],
  [1, 40],
  [3, 1_200],
  [100, 20_000],
  [2, 50_000],
] as const) {
  test(`${expenses} expenses of ${users} are ${expenses}, oldest first, of all who are there`, (t) => {
    const all = made({ users, expenses })
    t.is(all.length, expenses)
    const dates = all.map(({ date }) => date)
    t.deepEqual(dates, dates.toSorted())
    t.true(dates.every((date) => date > '2016-11-23' && date <= monday))
    t.true(all.every(({ person }) => person >= 0 && person < users))
    if (expenses > 100 * users) t.is(new Set(all.map(({ person }) => person)).size, users)
  })
}

test('everything bought is money, in a category that there is', (t) => {
  const names = new Set(categories.map(({ name }) => name))
  for (const { category, amount, currency = EUR, later } of made({ expenses: 20_000 })) {
    t.notThrows(() => toMinor(amount, currency))
    if (later.amended?.amount) t.notThrows(() => toMinor(later.amended!.amount!, currency))
    t.true(names.has(category))
  }
})

test('a year holds what a year does: rent each month, holidays, refunds, and slips put right', (t) => {
  const all = made()
  const rents = all.filter(({ category }) => category === 'Rent')
  t.true(rents.length >= 3 * 11 && rents.length <= 3 * 12)
  t.true(rents.every(({ date }) => date.endsWith('-01')))
  t.true(all[0]!.date <= CalendarDate.parse('2025-12-23'))
  t.true(all.some(({ currency }) => currency === 'JPY'))
  t.true(all.some(({ amount }) => amount.startsWith('-')))
  for (const fate of ['amended', 'deleted', 'restored'] as const) t.true(all.some(({ later }) => later[fate]))
})

test('nobody has the address of somebody else', (t) => {
  const people = Array.from({ length: 1_000 }, (_, index) => personAt(index, 'example.com'))
  t.is(new Set(people.map(({ email }) => email)).size, people.length)
  t.deepEqual(
    people.slice(0, 3).map(({ email }) => email),
    ['ana@example.com', 'ben@example.com', 'chloe@example.com'],
  )
  for (const { email } of people) t.regex(email, /^[a-z]+(\.[a-z]+\d*)?@example\.com$/)
})
