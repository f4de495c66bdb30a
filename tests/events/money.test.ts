import test from 'ava'
import fc from 'fast-check'
import { currencyDecimals, MOST_DECIMALS } from '../../src/events/currencies.ts'
import { Currency, decimalsOf, Minor, NoMoney, sum, toMajor, toMinor } from '../../src/events/money.ts'
import { EUR, eur, JPY, KWD, USD } from '../examples.ts'

const CLF = Currency.parse('CLF')

const means = test.macro({
  exec(t, major: string, currency: Currency, minor: number) {
    t.is(toMinor(major, currency), minor as Minor)
  },
  title: (_title, major: string, currency: Currency, minor: number) => `${major} ${currency} is ${minor}`,
})
test(means, '12.50', EUR, 1250)
test(means, '12.5', EUR, 1250)
test(means, '12', EUR, 1200)
test(means, '0.01', EUR, 1)
test(means, '-0.01', EUR, -1)
test(means, '007', EUR, 700)
test(means, '1250', JPY, 1250)
test(means, '1.505', KWD, 1505)
test(means, '0.0001', CLF, 1)
test(means, '90071992547409.91', EUR, Number.MAX_SAFE_INTEGER)
test(means, '-90071992547409.91', EUR, -Number.MAX_SAFE_INTEGER)
test(means, '9007199254740991', JPY, Number.MAX_SAFE_INTEGER)

const isNoMoney = test.macro({
  exec(t, major: string, currency: Currency, because: string) {
    t.throws(() => toMinor(major, currency), { instanceOf: NoMoney, message: because })
  },
  title: (_title, major: string, currency: Currency, because: string) =>
    `${JSON.stringify(major)} ${currency}: ${because}`,
})
test(isNoMoney, '12.505', EUR, 'EUR has 2 decimals, not more')
test(isNoMoney, '12.500', EUR, 'EUR has 2 decimals, not more')
test(isNoMoney, '12.0', JPY, 'JPY has no decimals')
test(isNoMoney, '1.5005', KWD, 'KWD has 3 decimals, not more')
test(isNoMoney, '0', EUR, 'The amount must not be zero')
test(isNoMoney, '-0.00', EUR, 'The amount must not be zero')
test(isNoMoney, '90071992547409.92', EUR, 'The amount is too large')
test(isNoMoney, '-9007199254740992', JPY, 'The amount is too large')
test(isNoMoney, '9'.repeat(16), EUR, 'The amount is too large')
for (const text of [
  '',
  ' ',
  ' 1',
  '1 ',
  '1.',
  '.5',
  '1,50',
  '1e3',
  '+1',
  '--1',
  '0x1f',
  'NaN',
  '１',
  '9'.repeat(17),
  '1\n',
])
  test(isNoMoney, text, EUR, 'Expected an amount such as "12.50"')

const anyCurrency = fc.constantFrom(...currencyDecimals.keys()).map((code) => Currency.parse(code))
const anyMinor = fc.maxSafeInteger().filter((minor) => minor !== 0)

test('an amount that was written can be read again, in every currency', (t) => {
  fc.assert(
    fc.property(anyMinor, anyCurrency, (minor, currency) => {
      return toMinor(toMajor(minor, currency), currency) === minor
    }),
  )
  t.pass()
})

test('an amount is written with all the decimals of its currency', (t) => {
  fc.assert(
    fc.property(fc.bigInt(), anyCurrency, (minor, currency) => {
      const [whole = '', fraction = ''] = toMajor(minor, currency).split('.')
      return /^-?(0|[1-9]\d*)$/.test(whole) && fraction.length === decimalsOf(currency)
    }),
  )
  t.is(toMajor(-5, EUR), '-0.05')
  t.is(toMajor(0, EUR), '0.00')
  t.is(toMajor(5, JPY), '5')
})

test('a sum is exact at any size', (t) => {
  const largest = { amount: toMinor('90071992547409.91', EUR), currency: EUR }
  t.deepEqual(sum([largest, largest, { amount: eur('0.01'), currency: EUR }], EUR), {
    minor: 18_014_398_509_481_983n,
    currency: EUR,
  })
  t.is(toMajor(18_014_398_509_481_983n, EUR), '180143985094819.83')
  fc.assert(
    fc.property(fc.array(anyMinor), fc.bigInt(), (minors, huge) => {
      const money = minors.map((minor) => ({ amount: Minor.parse(minor), currency: JPY }))
      const { minor } = sum(money, JPY)
      return minor === minors.reduce((total, one) => total + BigInt(one), 0n) && BigInt(toMajor(huge, JPY)) === huge
    }),
  )
})

test('nothing adds up to nothing', (t) => {
  t.deepEqual(sum([], EUR), { minor: 0n, currency: EUR })
})

test('currencies do not add up', (t) => {
  t.throws(() => sum([{ amount: eur('1'), currency: EUR }], USD), { instanceOf: RangeError })
})

test('minor units are whole, safe and not nothing', (t) => {
  for (const minor of [0, -0, 0.5, 2 ** 53, -(2 ** 53), NaN, Infinity, '1', 1n]) t.false(Minor.safeParse(minor).success)
  for (const minor of [1, -1, Number.MAX_SAFE_INTEGER]) t.true(Minor.safeParse(minor).success)
})

test('a currency is a code that the ledger knows, as it is written', (t) => {
  for (const code of ['EUR', 'JPY', 'KWD', 'CLF']) t.true(Currency.safeParse(code).success)
  for (const code of ['eur', 'EURO', 'XXX', 'XAU', '', 'constructor']) t.false(Currency.safeParse(code).success)
})

test('a currency has its own number of decimals', (t) => {
  t.deepEqual([decimalsOf(JPY), decimalsOf(EUR), decimalsOf(KWD), decimalsOf(CLF)], [0, 2, 3, MOST_DECIMALS])
  for (const [code, decimals] of currencyDecimals) {
    t.regex(code, /^[A-Z]{3}$/)
    t.true(decimals <= MOST_DECIMALS)
  }
})
