import test from 'ava'
import { openFormat } from '../../../src/web/client/format.ts'
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
