import test from 'ava'
import { choicesFor, likeliest, recentFirst } from '../../../../src/web/client/entry/meant-category.ts'
import { groceries, travels } from '../examples.ts'

const rail = { ...groceries, name: 'Railway trips' }
const old = { ...groceries, name: 'Gone', archived: true }
const all = [groceries, travels, rail, old]
const names = (text: string) => choicesFor(text, all).map(({ name, category }) => (category ? name : `new ${name}`))

test('with nothing typed all are offered but those that are archived', (t) => {
  t.deepEqual(names(''), ['Groceries', 'Travel and trips', 'Railway trips'])
  t.is(likeliest('', choicesFor('', all)), undefined)
})
test('a word that begins with what is typed comes before one that contains it', (t) => {
  t.deepEqual(names('tr'), ['Travel and trips', 'Railway trips', 'new tr'])
  t.deepEqual(names('rave'), ['Travel and trips', 'new rave'])
})
test('the very name, in any case, is meant and not offered as a new one', (t) => {
  t.deepEqual(names(' GROCERIES '), ['Groceries'])
  t.is(likeliest('groceries', choicesFor('groceries', all))?.category, groceries)
})
test('a name that nothing resembles is a new one', (t) => {
  t.deepEqual(names(' Books '), ['new Books'])
  t.deepEqual(likeliest('Books', choicesFor('Books', all)), { name: 'Books' })
})
test('those used lately come first, the others by name', (t) => {
  const used = { ...groceries, id: travels.id, name: 'Zoo' }
  const [a, b] = [groceries, rail].map((category, index) => ({
    ...category,
    id: `other-${index}` as typeof category.id,
  }))
  t.deepEqual(
    recentFirst([b!, used, a!], [used.id]).map(({ name }) => name),
    ['Zoo', 'Groceries', 'Railway trips'],
  )
})
