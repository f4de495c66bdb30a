import test from 'ava'
import { cellsOf } from '../../../../../src/web/client/entry/pasted/cells.ts'
import { orderOf, readDate } from '../../../../../src/web/client/entry/pasted/dates.ts'
import { MOST_LINES, readLines, type Usual } from '../../../../../src/web/client/entry/pasted/lines.ts'
import { EUR } from '../../../../examples.ts'
import { groceries, travels } from '../../examples.ts'

const usual: Usual = { date: '2026-11-23', category: '', currency: EUR, locale: 'en-GB' }
const known = [groceries, travels]
const read = (text: string, more: Partial<Usual> = {}) =>
  readLines(text, { ...usual, ...more }, known)?.lines.map(({ id: _id, ...line }) => line)

test('columns are recognised in any order', (t) => {
  const bread = { date: '2026-11-03', description: 'Bread', category: 'Groceries', amount: '3.40', problem: undefined }
  const train = { ...bread, date: '2026-11-21', description: 'Train', category: 'Travel and trips', amount: '1234.50' }
  const wanted = [bread, train]
  t.deepEqual(read('2026-11-03\tBread\tgroceries\t3,40\n2026-11-21\tTrain\ttravel and trips\t1.234,50'), wanted)
  t.deepEqual(read('3.40;Groceries;Bread;3/11/2026\n1234.50;Travel and trips;Train;21/11/2026'), wanted)
})
test('a line that names the columns is none', (t) => {
  t.deepEqual(
    read('Date\tWhat\tCategory\tAmount\n03.11.26\tBread\tGroceries\t3.40\n')?.map(({ description }) => description),
    ['Bread'],
  )
})
test('where there is no date or category, what stands in the form counts', (t) => {
  const [line] = read('Bread\t3.40\nMilk\t1.20', { category: 'groceries' }) ?? []
  t.like(line!, { date: '2026-11-23', category: 'Groceries', description: 'Bread' })
})
test('of two columns of words the one with fewer different ones is a category, a new one too', (t) => {
  const lines = read('Bread\tKitchen\t3\nMilk\tKitchen\t1\nSoap\tBath\t2')
  t.deepEqual(lines?.map(({ description, category }) => [description, category])[1], ['Milk', 'Kitchen'])
})
test('each line says what keeps it from being an expense', (t) => {
  const text = [
    '2026-11-03\tBread\tGroceries\t3.40',
    '2026-11-31\tBread\tGroceries\t3.40',
    '2026-11-03\tBread\tGroceries\t3.405',
    '2026-11-03\tBread\tGroceries\t',
    '2026-11-03\t\tGroceries\t3.40',
    '2026-11-03\tBread\t\t3.40',
    `2026-11-03\t${'x'.repeat(501)}\tGroceries\t3.40`,
  ].join('\n')
  t.deepEqual(
    read(text)?.map(({ problem }) => problem),
    [undefined, 'date', 'decimals', 'empty', 'description', 'category', 'tooLong'],
  )
})
test('of more lines than are taken at once the first are read, and the rest is counted', (t) => {
  const bread = (count: number) => 'What;Amount\n' + 'Bread;3.40\n'.repeat(count)
  const numbers = (text: string) => {
    const { lines, beyond } = readLines(text, usual, known)!
    return [lines.length, beyond]
  }
  t.deepEqual(numbers(bread(MOST_LINES)), [MOST_LINES, 0])
  t.deepEqual(numbers(bread(MOST_LINES + 3)), [MOST_LINES, 3])
})
test('what is no table of expenses is just text', (t) => {
  t.is(read('Bread\nMilk'), undefined)
  t.is(read('Bread; and milk'), undefined)
  t.is(read('12.50'), undefined)
})
test('quotes hold separators, line ends and doubled quotes', (t) => {
  t.deepEqual(cellsOf('"a;b";"say ""so"""\r\n"two\nlines";half"way\n'), [
    ['a;b', 'say "so"'],
    ['two\nlines', 'half"way'],
  ])
})
test('dates in figures are read the way that all of them are, or else as is usual there', (t) => {
  t.is(orderOf(['3/4/2026', '4/13/2026'], 'en-GB'), 'monthFirst')
  t.is(orderOf(['3/4/2026', '13/4/2026'], 'en-US'), 'dayFirst')
  t.is(orderOf(['3/4/2026'], 'en-US'), 'monthFirst')
  t.is(orderOf(['3/4/2026'], 'en-GB'), 'dayFirst')
  t.is(readDate('3. 4. 26', 'dayFirst'), '2026-04-03')
  t.is(readDate('4/3/2026', 'monthFirst'), '2026-04-03')
  t.is(readDate('2026/4/3', 'dayFirst'), '2026-04-03')
  t.is(readDate('31.4.2026', 'dayFirst'), undefined)
  t.is(readDate('yesterday', 'dayFirst'), undefined)
})
