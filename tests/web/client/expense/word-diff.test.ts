import fc from 'fast-check'
import test from 'ava'
import { areAlike, wordDiff } from '../../../../src/web/client/expense/word-diff.ts'

test('what both share stays, the old comes before the new', (t) => {
  t.deepEqual(wordDiff('Train to Basel, second class', 'Train to Bern, first class'), [
    { kind: 'same', text: 'Train to ' },
    { kind: 'out', text: 'Basel' },
    { kind: 'in', text: 'Bern' },
    { kind: 'same', text: ', ' },
    { kind: 'out', text: 'second' },
    { kind: 'in', text: 'first' },
    { kind: 'same', text: ' class' },
  ])
})
test('words of any script are words', (t) => {
  t.deepEqual(
    wordDiff('קפה גדול', 'קפה קטן').map(({ kind }) => kind),
    ['same', 'out', 'in'],
  )
})
test('the pieces put together are the two texts', (t) => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', ' ', ', ', 'é', '👩‍👩‍👧', '\n')).map((parts) => parts.join(''))
  fc.assert(
    fc.property(words, words, (from, to) => {
      const pieces = wordDiff(from, to)
      const without = (kind: string) => pieces.flatMap((piece) => (piece.kind === kind ? [] : [piece.text])).join('')
      return without('in') === from && without('out') === to
    }),
  )
  t.pass()
})
test('two texts are alike if much of the shorter one stands in both', (t) => {
  t.true(areAlike('Train to Basel and back', 'Train to Bern and back'))
  t.false(areAlike('Train to Basel and back', 'Weekly shop'))
  t.false(areAlike('Train', 'Trains'))
})
