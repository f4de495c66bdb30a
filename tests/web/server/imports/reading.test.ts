import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { Currency } from '../../../../src/events/money.ts'
import type { Encoding, ImportPreview } from '../../../../src/web/api.ts'
import { Refused } from '../../../../src/web/server/http/problems.ts'
import { readAmount, recogniseDecimals } from '../../../../src/web/server/imports/amounts.ts'
import { readDate, recogniseDates } from '../../../../src/web/server/imports/dates.ts'
import { lookAt } from '../../../../src/web/server/imports/preview.ts'
import type { Told } from '../../../../src/web/server/imports/reading.ts'
import { rowNumbers } from '../../../../src/web/server/imports/row-numbers.ts'
import { separatorOf } from '../../../../src/web/server/imports/separators.ts'
import { ana } from '../../../examples.ts'

const owner = { id: ana, currency: Currency.parse('EUR') }
const empty = {
  digest: (texts: readonly string[]) => Buffer.from(texts.join().padEnd(32, '.')),
  present: async () => [],
  deleted: async () => new Map(),
}
const sample = (name: string) => readFileSync(join(import.meta.dirname, '../../../samples', name))
const read = async (file: Buffer | string, told: Told = {}) => {
  return (await lookAt(Buffer.from(file), told, owner, empty)).preview
}
/** What each row would become, on a line: its own line in the file, the outcome, and the cells. */
async function rows(file: Buffer | string, told: Told = {}) {
  const preview = await read(file, told)
  return preview.rows.map(({ line, outcome, date, description, category, amount, currency }) => {
    return `${line} ${outcome} ${date} | ${description} | ${category} | ${amount} ${currency}`
  })
}
const asked = async (file: Buffer | string, told: Told = {}) => {
  return (await read(file, told)).questions.map(({ parameter }) => parameter)
}

const EXPORTED =
  "date,category,description,amount,currency,deleted,id\n2026-11-02,Food,'=1+1,1.00,EUR,false,x\n2026-11-02,Food,Gone,1.00,EUR,true,y\n"
const TWO_COLUMNS = `Date;Details;Money out;Money in;Balance
02/11/2026;Bakery;4,80;;95,20
13/11/2026;Market;-12,00;0,00;83,20
14/11/2026;Salary;;2.500,00;2.583,20
15/11/2026;Nothing;;;2.583,20
16/11/2026;Both;1,00;2,00;2.584,20
17/11/2026;Word;lots;;2.584,20
`
const forms: [what: string, file: Buffer | string, format: ImportPreview['format'], rows: string[]][] = [
  [
    'the plain form is read as it stands',
    sample('plain.csv'),
    'plain',
    [
      '2 new 2026-11-02 | Lunch at the harbour | Food | 12.50 EUR',
      '3 new 2026-11-03 | Train, return | Travel | 1234 JPY',
      '4 new 2026-11-04 | Coffee | Food | 3.20 EUR',
      '5 new 2026-11-04 | Coffee | Food | 3.20 EUR',
      '6 new 2026-11-05 | Deposit returned | Home | -50.00 EUR',
    ],
  ],
  [
    'what this ledger exports comes back as it was',
    EXPORTED,
    'plain',
    ['2 new 2026-11-02 | =1+1 | Food | 1.00 EUR', '3 aside 2026-11-02 | Gone | Food | 1.00 EUR'],
  ],
  [
    'an export of Firefly III is known, and transfers and income are no expenses',
    sample('firefly-iii.csv'),
    'firefly',
    [
      '2 new 2026-11-02 | Weekly shop | Groceries | 84.20 EUR',
      '3 new 2026-11-03 | Map, printed | Books | 19.99 USD',
      '4 aside 2026-11-04 | To savings | None | -200.00 EUR',
      '5 aside 2026-11-05 | Salary | Income | -2500.00 EUR',
    ],
  ],
  [
    'an export of Actual is known, and what was divided counts once',
    sample('actual.csv'),
    'actual',
    [
      '2 new 2026-11-02 | Corner shop | Groceries | 8.40 EUR',
      '3 aside 2026-11-03 | Market, (SPLIT INTO 2) | None | 0 EUR',
      '4 new 2026-11-03 | Market, (SPLIT 1 OF 2) Vegetables | Groceries | 20.00 EUR',
      '5 new 2026-11-03 | Market, (SPLIT 2 OF 2) | Household | 10.00 EUR',
      '6 new 2026-11-04 | Savings | None | 100.00 EUR',
      '7 aside 2026-11-05 | Work, November | Income | -2500.00 EUR',
    ],
  ],
  [
    'what went out and what came in may have columns of their own',
    TWO_COLUMNS,
    'other',
    [
      '2 new 2026-11-02 | Bakery | None | 4.80 EUR',
      '3 new 2026-11-13 | Market | None | 12.00 EUR',
      '4 aside 2026-11-14 | Salary | None | -2500.00 EUR',
      '5 problem 2026-11-15 | Nothing | None |  EUR',
      '6 problem 2026-11-16 | Both | None | 1,00 EUR',
      '7 problem 2026-11-17 | Word | None | lots EUR',
    ],
  ],
]
test('each form of file comes to the rows that it means', async (t) => {
  for (const [what, file, format, expected] of forms) {
    const told = { category: 'None' }
    t.is((await read(file, told)).format, format, what)
    t.deepEqual(await rows(file, told), expected, what)
  }
})

test('which columns have the amounts can be said: one, two, or that of what went out alone', async (t) => {
  const { columns, recognised } = await read(TWO_COLUMNS, {})
  t.like(columns, { amount: null, debit: 'Money out', credit: 'Money in' })
  t.like(recognised.at(-1), { parameter: 'negated', code: 'own-columns', values: {} })
  const one = await read(TWO_COLUMNS, { amountColumn: 'Money in' })
  t.like(one.columns, { amount: 'Money in', debit: null, credit: null })
  const out = await read(TWO_COLUMNS, { debitColumn: 'Balance', creditColumn: '' })
  t.like(out.columns, { amount: null, debit: 'Balance', credit: null })
  t.deepEqual(await asked(TWO_COLUMNS, { debitColumn: '' }), ['amountColumn'])
  t.deepEqual(await asked(TWO_COLUMNS, { debitColumn: 'Spent' }), ['amountColumn', 'debitColumn'])
  t.deepEqual(await asked('date,description,credit\n2026-11-02,Salary,1.00\n'), ['amountColumn'])
})

test('a bank’s file is recognised, and it is said by what', async (t) => {
  const preview = await read(sample('bank-windows-1252.csv'), { category: 'None' })
  t.like(preview, {
    ...{ format: 'other', encoding: 'windows-1252', separator: ';', header: true, negated: true },
    ...{ dateFormat: 'DD.MM.YYYY', decimalMark: ',', questions: [] },
    counts: { new: 3, double: 0, possible: 0, aside: 1, problem: 0 },
  })
  t.like(preview.columns, {
    date: 'Buchungstag',
    description: 'Verwendungszweck',
    amount: 'Betrag (EUR)',
    category: null,
  })
  t.deepEqual(
    preview.recognised.map(({ parameter }) => parameter),
    ['encoding', 'separator', 'header', 'dateFormat', 'decimalMark', 'negated'],
  )
  t.deepEqual(
    (await rows(sample('bank-windows-1252.csv'), { category: 'None', descriptionColumn: 'Empfänger' })).slice(0, 2),
    ['6 new 2026-11-02 | Bäckerei Süß | None | 4.80 EUR', '7 new 2026-11-03 | Vermieter | None | 1050.00 EUR'],
  )
})

test('the same rows are read from every encoding', async (t) => {
  const text = 'date,description,category,amount,currency\n2026-11-02,Café,Food,12.50,EUR\n'
  const swapped = Buffer.from(text, 'utf16le').swap16()
  const encodings: [Buffer, Encoding][] = [
    [Buffer.from(text), 'utf-8'],
    [Buffer.from(`\ufeff${text}`), 'utf-8'],
    [Buffer.from(text, 'latin1'), 'windows-1252'],
    [Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
    [Buffer.from(text, 'utf16le'), 'utf-16le'],
    [swapped, 'utf-16be'],
  ]
  for (const [file, encoding] of encodings) {
    const { rows: found, encoding: recognised } = await read(file)
    t.is(recognised, encoding)
    t.is(found[0]?.description, 'Café', encoding)
  }
})

test('what parts the columns is what most lines have alike', (t) => {
  const texts = [
    ['a;b;c\n1,5;2,5;3,5\n', ';'],
    ['a,b\n1,2\n', ','],
    ['a\tb, c\n1\t2\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['"a,b,c";d\n"1,2,3";4\n', ';'],
    ['nothing\nof the kind\n', ','],
  ] as const
  for (const [text, separator] of texts) t.is(separatorOf(text).separator, separator, text)
})

test('a date says in which order it is, or it is asked', (t) => {
  const order = (...texts: string[]) => recogniseDates(texts.map((text, index) => ({ text, line: index + 2 })))
  t.is(order('2026-11-23', '20261124', '2026-11-25T10:00:00Z').value, 'YYYY-MM-DD')
  t.is(order('01.02.2026').value, 'DD.MM.YYYY')
  t.is(order('01/02/2026', '13/02/2026').value, 'DD/MM/YYYY')
  t.is(order('01/02/2026', '02/13/26').value, 'MM/DD/YYYY')
  t.is(order('05/05/2026').value, 'DD/MM/YYYY')
  t.regex(order('01/02/2026', '03/04/2026').question?.message ?? '', /^Line 2: 01\/02\/2026 may be in two months/)
  t.regex(
    order('13/02/2026', '02/13/2026').question?.message ?? '',
    /^Line 2 has 13\/02\/2026, line 3 has 02\/13\/2026/,
  )
})

test('a date is read in its order, and there has to be such a day', (t) => {
  t.deepEqual(readDate('1.2.26', 'DD.MM.YYYY'), { date: '2026-02-01' })
  t.deepEqual(readDate('02/13/2026', 'MM/DD/YYYY'), { date: '2026-02-13' })
  t.deepEqual(readDate('05/05/2026', undefined), { date: '2026-05-05' })
  for (const text of ['30.02.2026', '02/13/2026', 'yesterday', '', '2026-13-01', '0999-01-01', '1.2/2026'])
    t.true('problem' in readDate(text, 'DD.MM.YYYY'), text)
  t.true('problem' in readDate('01/02/2026', undefined))
})

test('an amount is read exactly, or it is said what was expected', (t) => {
  const good = [
    ['12.50', '.', '12.5'],
    ['-1,234.56', '.', '-1234.56'],
    ['1.234,56 €', ',', '1234.56'],
    ['CHF 1’234.50', '.', '1234.5'],
    ['−3', ',', '-3'],
    ['(7.00)', '.', '-7'],
    ['+9007199254740993.01', '.', '9007199254740993.01'],
    ['1 234,5', ',', '1234.5'],
    ['EUR-5.00', '.', '-5'],
  ] as const
  for (const [text, mark, major] of good) t.deepEqual(readAmount(text, mark), { major }, text)
  for (const text of ['1.234,56-', '1.234,56', '12.5.0', '1,23', '', 'twelve', '1e3', '--5', '1,2345.00'])
    t.true('problem' in readAmount(text, '.'), text)
  // What looks for the last of so many zeros is busy for seconds.
  t.true('problem' in readAmount(`1.${'0'.repeat(90_000)}1`, '.'))
})

test('what comes before the decimals is found out, or asked', (t) => {
  const mark = (...texts: string[]) => recogniseDecimals(texts.map((text, index) => ({ text, line: index + 2 })))
  t.is(mark('1.234', '12.50').value, '.')
  t.is(mark('1.234', '1.234,00').value, ',')
  t.is(mark('1.234.567').value, ',')
  t.is(mark('5', '1.234,56-').value, '.')
  t.regex(mark('1.234').question?.message ?? '', /^Line 2: 1\.234 may be/)
  t.regex(mark('1.50', '1,50').question?.message ?? '', /^Line 2 has 1\.50, line 3 has 1,50/)
})

test('mixed orders in one column are asked about; said, the other rows are problems', async (t) => {
  const file = sample('mixed-dates.csv')
  t.deepEqual(await asked(file), ['dateFormat'])
  const outcomes = async (told: Told) => (await read(file, told)).rows.map(({ outcome }) => outcome)
  t.deepEqual(await outcomes({}), ['new', 'new', 'new', 'problem'])
  t.deepEqual(await outcomes({ dateFormat: 'DD/MM/YYYY' }), ['new', 'problem', 'new', 'new'])
  t.deepEqual(await asked(file, { dateFormat: 'DD/MM/YYYY' }), [])
})

test('each bad row says its line, its column and what was expected, also to whoever has other words for it', async (t) => {
  const more = `2026-11-09,${'x'.repeat(501)},Food,1.00,EUR\n2026-11-10,Rice,Food,1.5,JPY\n2026-11-11,Much,,99999999999999999,EUR\n`
  const { rows: found } = await read(`${sample('bad-rows.csv').toString()}${more}`)
  t.like(found[1], {
    code: null,
    problems: [{ column: 'amount', code: 'amount-expected', values: { example: '1234.56' } }],
  })
  t.deepEqual(
    found.map(({ line, message }) => [line, message]),
    [
      [2, null],
      [3, 'amount: Expected an amount such as 1234.56'],
      [4, 'currency: Expected an ISO 4217 currency code such as EUR'],
      [5, 'date: Expected a day that there is, from the year 1000 on'],
      [6, 'description: Expected what it was for'],
      [7, 'amount: The amount must not be zero'],
      [8, 'amount: EUR has 2 decimals, not more'],
      [9, 'description: Expected at most 500 characters'],
      [10, 'amount: JPY has no decimals'],
      [11, 'category: Expected a category, or one for rows without; amount: The amount is too large'],
    ],
  )
})

test('a file that is cut in a quoted cell shows what came before', async (t) => {
  const { rows: found, counts } = await read(sample('cut.csv'))
  t.like(counts, { new: 1, problem: 1 })
  t.like(found[1], { line: 3, message: 'Expected the quote at the end of a quoted cell: the file is cut short' })
  const more = '2026-11-05,Tea,Food,1.00,EUR\n'.repeat(9)
  t.is((await read(`${sample('cut.csv').toString()}\n${more}`)).rows[1]?.line, 3)
  for (const [file, code] of [
    ['"date,description', 'quote-open'],
    [`"${'x'.repeat(1_000_000)}`, 'row-too-long'],
  ] as const) {
    t.like((await read(file)).rows, [{ line: 1, outcome: 'problem', problems: [{ column: '', code }] }], code)
  }
})

test('a file without headings has its columns by number', async (t) => {
  const file = '23.11.2026;Lunch at the harbour;x;-12,50\n24.11.2026;Train to Basel;y;-25,00\n'
  const preview = await read(file, { category: 'None' })
  t.like(preview, { header: false, headings: ['1', '2', '3', '4'], negated: true })
  t.like(preview.columns, { date: '1', description: '2', amount: '4' })
  t.deepEqual(await rows(file, { categoryColumn: '3' }), [
    '1 new 2026-11-23 | Lunch at the harbour | x | 12.50 EUR',
    '2 new 2026-11-24 | Train to Basel | y | 25.00 EUR',
  ])
})

test('of a table that is very wide the first columns are looked at', async (t) => {
  const more = Array.from({ length: 300 }, (_, index) => `more ${index}`).join()
  const file = `date,description,category,amount,currency,${more}\n2026-11-02,Lunch,Food,1.00,EUR,${more}\n`
  t.is((await read(file)).headings.length, 200)
  t.deepEqual(await rows(file), ['2 new 2026-11-02 | Lunch | Food | 1.00 EUR'])
})

test('what is no table has columns to be named; headings alone are no rows', async (t) => {
  t.deepEqual(await asked('Dear Sir or Madam,\nplease find enclosed\n'), [
    'dateColumn',
    'descriptionColumn',
    'amountColumn',
  ])
  t.deepEqual(await rows('date,description,category,amount,currency\n'), [])
  t.deepEqual(await asked('date,description,amount\n', { amountColumn: 'sum' }), ['amountColumn'])
})

test('more categories than anybody has are another column', async (t) => {
  const lines = Array.from({ length: 501 }, (_, index) => `2026-11-02,Lunch,${index},1.00,EUR`)
  t.deepEqual(await asked(`date,description,category,amount,currency\n${lines.join('\n')}\n`), ['categoryColumn'])
})

const unreadable: [what: string, file: Buffer, told: Told, status: number][] = [
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), {}, 422],
  ['a spreadsheet', Buffer.from('504b030414000600080000002100', 'hex'), {}, 422],
  ['another encoding than was said', Buffer.from('caf\xe9', 'latin1'), { encoding: 'utf-8' }, 422],
  ['too many rows', Buffer.from('2026-11-02,Lunch,Food,1.00,EUR\n'.repeat(10_001)), {}, 413],
]
test('what cannot be read at all is refused', async (t) => {
  for (const [what, file, told, status] of unreadable) {
    const error = await t.throwsAsync(read(file, told), { instanceOf: Refused }, what)
    t.is(error?.status, status, what)
  }
})

test('rows are named by numbers and ranges', (t) => {
  t.deepEqual([...rowNumbers('1,2,5-7', 9)], [1, 2, 5, 6, 7])
  for (const text of ['0', '10', '5-2', '8-10']) t.throws(() => rowNumbers(text, 9), { instanceOf: Refused }, text)
})
