import test from 'ava'
import fc from 'fast-check'
import { UserId } from '../../../src/events/ids.ts'
import { currencyDecimals } from '../../../src/events/currencies.ts'
import { Currency } from '../../../src/events/money.ts'
import { LiveEvent, Preferences, Sort } from '../../../src/web/api.ts'
import { sorts } from '../../../src/web/client/expenses/filter.ts'
import { liveEvent } from '../../../src/web/client/frame/live.ts'
import { isCurrency, isShaped, readKept } from '../../../src/web/client/kept.ts'
import { localCurrency } from '../../../src/web/client/people/local-currency.ts'
import { readId } from '../../../src/web/client/read-id.ts'
import { defaults, preferencesChecks } from '../../../src/web/client/settings/kept-preferences.ts'
import { ana, EUR } from '../../examples.ts'

// The page reads addresses and what it kept without the schemas; both must mean the same.

const oneOfUs = fc.constantFrom(...currencyDecimals.keys(), 'eur', 'XXX', 'EUR ')

test('an id is one to the page where it is one to the server, and reads the same', (t) => {
  const hex = fc.constantFrom(...'0123456789abcdefABCDEFg-')
  const almost = fc
    .tuple(fc.uuid(), fc.nat(35), hex)
    .map(([id, at, digit]) => id.slice(0, at) + digit + id.slice(at + 1))
  const text = fc.oneof(
    fc.uuid(),
    almost,
    almost.map((id) => id.toUpperCase()),
    fc.string(),
  )
  fc.assert(fc.property(text, (said) => t.is(readId<UserId>(said), UserId.safeParse(said).data)))
  t.is(readId<UserId>(undefined), undefined)
})
test('a currency is one to the page where it is one to the server', (t) => {
  const said = fc.oneof(oneOfUs, fc.string(), fc.anything())
  fc.assert(fc.property(said, (code) => t.is(isCurrency(code), Currency.safeParse(code).success)))
  for (const locale of ['de-CH', 'ja', 'en', 'de-AQ']) t.true(isCurrency(localCurrency(locale)))
})
test('the list can be sorted by what the server sorts by', (t) => {
  t.deepEqual([...sorts], Sort.options)
})
test('nothing chosen means the same on both sides', (t) => {
  t.deepEqual(defaults, Preferences.parse({}))
})
test('preferences that the server gives are still understood on the next visit', (t) => {
  const chosen = Preferences.parse({
    ...{ locale: 'de-CH', firstDayOfWeek: 7, dateStyle: 'iso', theme: 'dark', defaultCurrency: EUR, letterKeys: false },
    savedFilters: [{ name: 'Mine', filter: { currency: EUR } }],
    importMappings: [{ name: 'My bank', columns: { date: 'Day', description: 'What', amount: 'How much' } }],
  })
  t.deepEqual(readKept(JSON.stringify(chosen), preferencesChecks), chosen)
  t.deepEqual(readKept(JSON.stringify(defaults), preferencesChecks), defaults)
})
test('a preference that the server would refuse is not understood', (t) => {
  const wrong = fc.constantFrom<[keyof Preferences, unknown]>(
    ...Object.keys(defaults).map((field): [keyof Preferences, unknown] => [field as keyof Preferences, undefined]),
    ...([
      ['theme', 'pink'],
      ['dateStyle', 'none'],
      ['firstDayOfWeek', 'Monday'],
      ['defaultCurrency', 'XXX'],
      ['letterKeys', 'yes'],
      ['savedFilters', [{}]],
      ['importMappings', {}],
      ['locale', 7],
    ] as [keyof Preferences, unknown][]),
  )
  fc.assert(
    fc.property(wrong, ([field, value]) =>
      t.is(readKept(JSON.stringify({ ...defaults, [field]: value }), preferencesChecks), undefined),
    ),
  )
})
test('news are news to the page where they are to the server', (t) => {
  const news = { position: 7, type: 'ExpenseRecorded', stream: 'expense-7', userId: ana }
  const others = Object.keys(news).map((field) => ({ ...news, [field]: [] }))
  for (const said of [news, ...others, null, 'news']) t.is(isShaped(said, liveEvent), LiveEvent.safeParse(said).success)
})
