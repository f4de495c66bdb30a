import test from 'ava'
import { listActionOf, listKeys, type ListAction } from '../../../../src/web/client/expenses/list-keys.ts'
import { pageKeys } from '../../../../src/web/client/frame/keys.ts'

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const shift = { shiftKey: true }

const presses: [string, Partial<typeof none>, ListAction | undefined][] = [
  ['j', {}, 'next'],
  ['ArrowUp', {}, 'previous'],
  ['x', {}, 'choose'],
  [' ', {}, 'choose'],
  [' ', shift, 'chooseRange'],
  ['#', {}, 'remove'],
  ['#', shift, 'remove'],
  ['Delete', shift, undefined],
  ['J', shift, undefined],
  ['c', { ctrlKey: true }, undefined],
  ['e', { altKey: true }, undefined],
  ['q', {}, undefined],
]
for (const [key, modifiers, action] of presses) {
  test(`${[...Object.keys(modifiers), `“${key}”`].join(' ')} means ${action ?? 'nothing'}`, (t) => {
    t.is(listActionOf({ key, ...none, ...modifiers }, true), action)
  })
}
test('where letters are no shortcuts the named keys still are', (t) => {
  const meant = (key: string, modifiers = {}) => listActionOf({ key, ...none, ...modifiers }, false)
  t.is(meant('x'), undefined)
  t.is(meant('#'), undefined)
  t.is(meant('Delete'), 'remove')
  t.is(meant(' '), 'choose')
})
test('no key means two things, in the list or on the page', (t) => {
  const keys = [...listKeys, ...pageKeys].flatMap((shortcut) => shortcut.keys)
  t.deepEqual(
    keys.filter((key, index) => keys.indexOf(key) !== index),
    [],
  )
})
