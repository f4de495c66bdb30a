import test from 'ava'
import { keysOn, openKeyReader, pageKeys, TOGETHER, type KeyPress } from '../../../../src/web/client/frame/keys.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => {
  const target = { tagName: 'BODY' }
  return {
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    defaultPrevented: false,
    target,
    ...more,
  }
}
/** What `presses` mean, one after the other, `apart` milliseconds from each other. */
function meant(presses: readonly KeyPress[], apart = 100) {
  let at = 0
  const read = openKeyReader(pageKeys, () => (at += apart))
  return presses.map(read)
}
const one = (key: string, more: Partial<KeyPress> = {}) => meant([press(key, more)])[0]

test('n and + add, / searches, ? shows the shortcuts, others do nothing', (t) => {
  t.is(one('n'), 'add')
  t.is(one('+'), 'add')
  t.is(one('/'), 'search')
  t.is(one('?'), 'shortcuts')
  for (const key of ['x', 'Enter', 'Shift', 'toString']) t.is(one(key), undefined)
})
test('two keys, one after the other, go somewhere', (t) => {
  t.deepEqual(meant([press('g'), press('o')]), [undefined, 'goOverview'])
  t.deepEqual(meant([press('g'), press('Shift'), press('e')]), [undefined, undefined, 'goExpenses'])
  t.deepEqual(meant([press('g'), press('x'), press('n')]), [undefined, undefined, 'add'])
})
test('the second key has to follow soon, or it is on its own', (t) => {
  t.deepEqual(meant([press('g'), press('o')], TOGETHER), [undefined, undefined])
  t.deepEqual(meant([press('g'), press('n')], TOGETHER), [undefined, 'add'])
})
test('the palette opens with Ctrl or Cmd, also while typing', (t) => {
  t.is(one('k', { ctrlKey: true }), 'palette')
  t.is(one('K', { metaKey: true, target: { tagName: 'INPUT' } }), 'palette')
  t.is(one('k'), undefined)
})
test('u and Ctrl or Cmd with z undo; while typing that is the browser’s, and so is redoing', (t) => {
  for (const press of [one('u'), one('z', { ctrlKey: true }), one('z', { metaKey: true })]) t.is(press, 'undo')
  t.is(one('z', { ctrlKey: true, target: { tagName: 'INPUT' } }), undefined)
  t.is(one('Z', { ctrlKey: true, shiftKey: true }), undefined)
})
test('not while something is being typed', (t) => {
  for (const tagName of ['INPUT', 'TEXTAREA', 'SELECT']) t.is(one('n', { target: { tagName } }), undefined)
  t.is(one('n', { target: { tagName: 'DIV', isContentEditable: true } }), undefined)
  t.is(one('n', { target: { tagName: 'INPUT', type: 'checkbox' } }), 'add')
})
test('not with a modifier, which is the browser’s, and not what was dealt with', (t) => {
  for (const modifier of ['ctrlKey', 'metaKey', 'altKey', 'defaultPrevented'] as const) {
    t.is(one('n', { [modifier]: true }), undefined)
  }
})
test.serial('single keys can be switched off; the palette stays', (t) => {
  keysOn.value = false
  t.teardown(() => (keysOn.value = true))
  t.deepEqual(meant([press('n'), press('g'), press('o'), press('?')]), Array(4).fill(undefined))
  t.is(one('k', { ctrlKey: true }), 'palette')
})
test('no key means two things', (t) => {
  const keys = pageKeys.flatMap((shortcut) => shortcut.keys)
  t.is(new Set(keys).size, keys.length)
})
