import test from 'ava'
import { openFormat, type FormatChoice } from '../../../src/web/client/format.ts'
import { EUR, JPY, KWD } from '../../examples.ts'

const format = openFormat('en-GB')
const german = openFormat('de')

test('each currency has its own decimals', (t) => {
  t.is(format.amount('84.20', EUR), '84.20')
  t.is(format.amount('1180', JPY), '1,180')
  t.is(format.amount('4.125', KWD), '4.125')
  t.is(german.amount('1234.56', EUR), '1.234,56')
})
test('amounts are exact at any size', (t) => {
  t.is(format.money('90071992547409.91', EUR), '€90,071,992,547,409.91')
  t.is(format.amount('123456789012345678901234567890.12', EUR), '123,456,789,012,345,678,901,234,567,890.12')
})
test('a refund has a true minus', (t) => {
  t.is(format.amount('-39.90', EUR), '−39.90')
  t.is(format.money('-39.90', EUR), '−€39.90')
})
test('currencies in words and signs', (t) => {
  t.is(format.moneyInWords('16.50', EUR), '16.50 euros')
  t.is(format.symbol(EUR), '€')
  t.is(format.symbol(JPY), '¥')
  t.is(format.currencyName(EUR), 'Euro')
})
test('dates are of the calendar, not of a zone', (t) => {
  t.is(format.day('2026-11-01'), '1 Nov')
  t.is(format.dayOfYear('2026-11-21'), '21 Nov 2026')
  t.is(format.weekday('2026-11-21'), 'Saturday 21 November')
  t.is(format.weekdayOfYear('2026-11-21'), 'Saturday, 21 November 2026')
  t.is(format.month('2026-11'), 'November 2026')
  t.is(format.count(1234), '1,234')
})
test('dates as somebody chose to have them, from then on', (t) => {
  const choice: FormatChoice = { locale: 'en-GB', dateStyle: 'words', firstDayOfWeek: null }
  const chosen = openFormat(() => choice)
  t.is(chosen.dayOfYear('2026-11-03'), '3 Nov 2026')
  t.regex(chosen.days('2026-11-03', '2026-11-09'), /^3\s–\s9 Nov 2026$/)
  choice.dateStyle = 'numbers'
  t.is(chosen.day('2026-11-03'), '03/11')
  t.is(chosen.dayOfYear('2026-11-03'), '03/11/2026')
  t.is(chosen.moment('2026-11-18T19:30:00.000000Z').slice(0, 10), '18/11/2026')
  choice.locale = 'de'
  t.is(chosen.dayOfYear('2026-11-03'), '03.11.2026')
  choice.dateStyle = 'iso'
  t.is(chosen.day('2026-11-03'), '2026-11-03')
  t.is(chosen.days('2026-11-03', '2026-11-09'), '2026-11-03 – 2026-11-09')
  t.regex(chosen.momentShort('2026-11-18T12:30:00.000000Z'), /^2026-11-1[789] \d\d:\d\d$/)
  t.is(chosen.weekday('2026-11-21'), 'Samstag, 21. November')
})
test('weeks begin as chosen, or as in the locale', (t) => {
  t.is(openFormat('en-US').firstDayOfWeek(), 7)
  t.is(openFormat('de').firstDayOfWeek(), 1)
  t.is(openFormat(() => ({ locale: 'en-US', firstDayOfWeek: 1 })).firstDayOfWeek(), 1)
  t.deepEqual([1, 7].map(format.dayOfWeek), ['Monday', 'Sunday'])
})
