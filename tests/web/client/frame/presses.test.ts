import test from 'ava'
import { pressesOf } from '../../../../src/web/client/frame/presses.ts'
import { sheet } from '../../../../src/web/client/frame/shortcuts.ts'

test('a shortcut is told as keyboards are printed', (t) => {
  t.deepEqual(pressesOf('n', false), [['n']])
  t.deepEqual(pressesOf('+', false), [['+']])
  t.deepEqual(pressesOf('g o', false), [['g'], ['o']])
  t.deepEqual(pressesOf('ArrowDown', false), [['↓']])
  t.deepEqual(pressesOf('Shift+Space', false), [['⇧', 'Space']])
})
test('Ctrl is Cmd on a Mac', (t) => {
  t.deepEqual(pressesOf('Mod+k', false), [['Ctrl', 'K']])
  t.deepEqual(pressesOf('Mod+Enter', true), [['⌘', 'Enter']])
})
test('the sheet has every key once in each place, and words for each', (t) => {
  for (const { where, lines } of sheet) {
    const keys = lines.flatMap((line) => line.keys)
    t.is(new Set(keys).size, keys.length, where)
    t.true(
      lines.every(({ words }) => words.length > 0),
      where,
    )
  }
  t.deepEqual(
    sheet.map(({ where }) => where),
    ['anywhere', 'figures', 'list', 'form'],
  )
})
