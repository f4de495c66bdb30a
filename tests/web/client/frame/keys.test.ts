import test from 'ava'
import { shortcutOf, type KeyPress } from '../../../../src/web/client/frame/keys.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => {
  const target = { tagName: 'BODY' }
  return { key, ctrlKey: false, metaKey: false, altKey: false, defaultPrevented: false, target, ...more }
}

test('n and + add, / searches, others do nothing', (t) => {
  t.is(shortcutOf(press('n')), 'add')
  t.is(shortcutOf(press('+')), 'add')
  t.is(shortcutOf(press('/')), 'search')
  for (const key of ['x', 'Enter', 'toString', 'constructor']) t.is(shortcutOf(press(key)), undefined)
})
test('not while something is being typed', (t) => {
  for (const tagName of ['INPUT', 'TEXTAREA', 'SELECT'])
    t.is(shortcutOf(press('n', { target: { tagName } })), undefined)
  t.is(shortcutOf(press('n', { target: { tagName: 'DIV', isContentEditable: true } })), undefined)
})
test('not with a modifier, which is the browser’s, and not what was dealt with', (t) => {
  for (const modifier of ['ctrlKey', 'metaKey', 'altKey', 'defaultPrevented'] as const) {
    t.is(shortcutOf(press('n', { [modifier]: true })), undefined)
  }
})
