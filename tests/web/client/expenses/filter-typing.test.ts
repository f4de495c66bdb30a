import test from 'ava'
import { readFilterText } from '../../../../src/web/client/expenses/filter-text.ts'
import type { Names } from '../../../../src/web/client/expenses/filter-token.ts'
import { markedParts, settle, wrongIn } from '../../../../src/web/client/expenses/filter-typing.ts'
import { ana } from '../../../examples.ts'

const names: Names = { me: ana, categories: ['Groceries'], people: [] }
const wrong = (text: string, caret?: number) => wrongIn(readFilterText(text, names), caret)

test('a token is done once somebody goes on behind it', (t) => {
  t.deepEqual(settle('bread is:deleted', 16, names, false), { text: 'bread is:deleted', caret: 16, changed: {} })
  t.deepEqual(settle('bread is:deleted ', 17, names, false), { text: 'bread ', caret: 6, changed: { deleted: 'true' } })
})
test('a token is not done while the caret is in it', (t) => {
  t.deepEqual(settle('is:any bread', 4, names, false).changed, {})
  t.deepEqual(settle('is:any bread', 12, names, false), { text: 'bread', caret: 5, changed: { deleted: 'all' } })
})
test('in the end all that can be read is done; the rest stays to be mended', (t) => {
  const text = 'category:gro amount>x bread is:any'
  const settled = settle(text, text.length, names, true)
  t.is(settled.text, 'amount>x bread ')
  t.deepEqual(settled.changed, { category: 'Groceries', deleted: 'all' })
  t.is(settled.caret, settled.text.length)
})
test('what is being typed is not wrong yet', (t) => {
  t.deepEqual(wrong('amount>', 7), [])
  t.deepEqual(
    wrong('amount> bread', 13).map(({ problem }) => problem),
    ['unfinished'],
  )
  t.is(wrong('amount>').length, 1)
})
test('what is wrong is marked where it stands', (t) => {
  const text = 'a is:odd b currency:x'
  t.deepEqual(markedParts(text, wrong(text)), [
    { text: 'a ', isWrong: false },
    { text: 'is:odd', isWrong: true },
    { text: ' b ', isWrong: false },
    { text: 'currency:x', isWrong: true },
  ])
  t.deepEqual(markedParts('', []), [])
})
