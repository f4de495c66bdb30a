import test from 'ava'
import fc from 'fast-check'
import { defuse, toLine, undefuse } from '../../../../src/web/server/exports/csv.ts'
import { parse } from './parse.ts'

const defused: [text: string, cell: string][] = [
  ['=1+1', "'=1+1"],
  ['+49 30 123', "'+49 30 123"],
  ['-5 % off', "'-5 % off"],
  ['@home', "'@home"],
  ['\t=1', "'\t'=1"],
  ['\r\n=1', "'\r'\n'=1"],
  ['  =1', "'  =1"],
  ['＝1', "'＝1"],
  ["'=1", "''=1"],
  ['a;=1+1', "a;'=1+1"],
  ['two\n- lines', "two\n'- lines"],
]
for (const [text, cell] of defused) {
  test(`${JSON.stringify(text)} is no formula`, (t) => {
    t.is(defuse(text), cell)
    t.is(undefuse(cell), text)
  })
}

for (const text of ['Lunch', "'Tis the season", 'a-b', '1+1=2', 'Obst, Gemüse', 'x; y', '"-1"', '']) {
  test(`${JSON.stringify(text)} stays as it is`, (t) => {
    t.is(defuse(text), text)
    t.is(undefuse(text), text)
  })
}

const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'\'=+-@＝\t\r\n ;,"ab\u00a0') }),
)

test('whatever was defused comes back as it was', (t) => {
  fc.assert(fc.property(texts, (text) => undefuse(defuse(text)) === text))
  t.pass()
})

test('no cell begins like a formula, wherever a spreadsheet takes cells to begin', (t) => {
  const begins = /^\s*[=+\-@＝＋－＠]/u
  fc.assert(
    fc.property(
      texts,
      (text) =>
        !defuse(text)
          .split(/[;\t\r\n]/)
          .some((cell) => begins.test(cell)),
    ),
  )
  t.pass()
})

test('a record is read back as it was written', (t) => {
  const records = fc.array(fc.array(texts, { minLength: 2, maxLength: 4 }), { maxLength: 4 })
  fc.assert(fc.property(records, (cells) => fc.stringify(parse(cells.map(toLine).join(''))) === fc.stringify(cells)))
  t.pass()
})
