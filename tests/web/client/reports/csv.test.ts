import test from 'ava'
import fc from 'fast-check'
import { undefuse } from '../../../../src/web/api/csv.ts'
import { toCsv, type CsvColumn } from '../../../../src/web/client/reports/csv.ts'
import { parse } from '../../server/exports/parse.ts'

type Row = { what: string; total: string }
const columns: CsvColumn<Row>[] = [
  { title: 'what', cell: ({ what }) => what, words: true },
  { title: 'total', cell: ({ total }) => total },
]

test('a file has a line of titles and a line for each row', (t) => {
  t.is(toCsv(columns, [{ what: 'Lunch', total: '12.50' }]), 'what,total\r\nLunch,12.50\r\n')
  t.is(toCsv(columns, []), 'what,total\r\n')
})

test('what people wrote is no formula, and a refund stays a number', (t) => {
  t.is(toCsv(columns, [{ what: '=1+1', total: '-3.00' }]), "what,total\r\n'=1+1,-3.00\r\n")
})

test('whatever was written comes back from the file', (t) => {
  const texts = fc.string({ unit: fc.constantFrom(...'\'=+-@\t\r\n ;,"aß') })
  const rows = fc.array(fc.record({ what: texts, total: fc.constantFrom('1.00', '-2.50') }, { noNullPrototype: true }))
  fc.assert(
    fc.property(rows, (given) => {
      const [titles, ...records] = parse(toCsv(columns, given))
      const read = records.map(([what = '', total = '']) => ({ what: undefuse(what), total }))
      return fc.stringify([titles, read]) === fc.stringify([['what', 'total'], given])
    }),
  )
  t.pass()
})
