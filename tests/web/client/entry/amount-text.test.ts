import test from 'ava'
import fc from 'fast-check'
import { toMajor, type Currency } from '../../../../src/events/money.ts'
import { readAmount, type AmountProblem } from '../../../../src/web/client/entry/amount-text.ts'
import { EUR, JPY, KWD } from '../../../examples.ts'

const isRead = test.macro({
  exec(t, typed: string, currency: Currency, major: string) {
    const reading = readAmount(typed, currency)
    t.is('major' in reading ? reading.major : reading.problem, major)
  },
  title: (_title, typed: string, currency: Currency, major: string) => `"${typed}" in ${currency} is ${major}`,
})
test(isRead, '12,50', EUR, '12.50')
test(isRead, '12.50', EUR, '12.50')
test(isRead, ' 12.5 ', EUR, '12.50')
test(isRead, '12,', EUR, '12.00')
test(isRead, ',5', EUR, '0.50')
test(isRead, '-39,90', EUR, '-39.90')
test(isRead, '−39,90', EUR, '-39.90')
test(isRead, '€ 12,50', EUR, '12.50')
test(isRead, '12.50 EUR', EUR, '12.50')
test(isRead, '12,50+4', EUR, '16.50')
test(isRead, '0,1 + 0,2', EUR, '0.30')
test(isRead, '20 - 4,50 + 1', EUR, '16.50')
test(isRead, '1.234,56', EUR, '1234.56')
test(isRead, '1,234.56', EUR, '1234.56')
test(isRead, '1 234,56', EUR, '1234.56')
test(isRead, "1'234'567.80", EUR, '1234567.80')
test(isRead, '1,234,567', EUR, '1234567.00')
test(isRead, '1,234', JPY, '1234')
test(isRead, '1,234', KWD, '1.234')
test(isRead, '1,234.5', KWD, '1234.500')
test(isRead, '90071992547409.91', EUR, '90071992547409.91')

const isNoAmount = test.macro({
  exec(t, typed: string, currency: Currency, problem: AmountProblem) {
    t.deepEqual(readAmount(typed, currency), { problem })
  },
  title: (_title, typed: string, currency: Currency, problem: AmountProblem) =>
    `"${typed.slice(0, 30)}" in ${currency} is no amount: ${problem}`,
})
test(isNoAmount, '', EUR, 'empty')
test(isNoAmount, '  ', EUR, 'empty')
test(isNoAmount, 'abc', EUR, 'unreadable')
test(isNoAmount, '12+', EUR, 'unreadable')
test(isNoAmount, '12--4', EUR, 'unreadable')
test(isNoAmount, ',', EUR, 'unreadable')
test(isNoAmount, '1.2.3', EUR, 'unreadable')
test(isNoAmount, '1,23,456.7', EUR, 'unreadable')
test(isNoAmount, '12.50 EUR', JPY, 'unreadable')
test(isNoAmount, '1,234', EUR, 'decimals')
test(isNoAmount, '12.505', EUR, 'decimals')
test(isNoAmount, '12.5', JPY, 'decimals')
test(isNoAmount, '0,00', EUR, 'zero')
test(isNoAmount, '5-5', EUR, 'zero')
test(isNoAmount, '90071992547409.92', EUR, 'tooLarge')
test(isNoAmount, '9'.repeat(10_000), EUR, 'tooLarge')

test('a sum is told from a plain amount, so that it can be echoed', (t) => {
  t.deepEqual(readAmount('12,50+4', EUR), { major: '16.50', summed: true })
  t.deepEqual(readAmount('12,50', EUR), { major: '12.50', summed: false })
  t.deepEqual(readAmount('-3', EUR), { major: '-3.00', summed: false })
})

const minors = fc.array(fc.integer({ min: 1, max: 10 ** 9 }), { minLength: 1, maxLength: 8 })
test('a sum of any terms, with comma or point, is exact', (t) => {
  fc.assert(
    fc.property(minors, fc.constantFrom(EUR, JPY, KWD), fc.boolean(), (terms, currency, comma) => {
      const typed = terms.map((minor) => toMajor(minor, currency)).join('+')
      const reading = readAmount(comma ? typed.replaceAll('.', ',') : typed, currency)
      const sum = terms.reduce((total, minor) => total + BigInt(minor), 0n)
      return 'major' in reading && reading.major === toMajor(sum, currency)
    }),
  )
  t.pass()
})
test('whatever is typed is read or refused, and never throws', (t) => {
  const letters = fc.constantFrom(...'0123456789.,+-−  €x')
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: letters })), (typed) => {
      const reading = readAmount(typed, EUR)
      return 'problem' in reading || /^-?\d+\.\d\d$/.test(reading.major)
    }),
  )
  t.pass()
})
