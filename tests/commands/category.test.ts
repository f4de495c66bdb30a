import test from 'ava'
import { colourFor, decide, evolve, noCategory, type CategoryCommand } from '../../src/commands/category.ts'
import { Colour } from '../../src/events/category.ts'
import { ana, food, foodAdded, foodArchived, foodChanged, foodFields, foodRestored } from '../examples.ts'
import { storyOf } from './story.ts'

const story = storyOf({ initial: noCategory, evolve, decide })

const add = (wanted: { name: string; colour?: string }): CategoryCommand => {
  return { type: 'AddCategory', categoryId: food, userId: ana, ...wanted }
}
const change = (wanted: { name?: string; colour?: string }, nameTaken = false): CategoryCommand => {
  return { type: 'ChangeCategory', wanted, nameTaken }
}
const archive: CategoryCommand = { type: 'ArchiveCategory' }

test('a category is added with its name and colour', story, {
  given: [],
  when: add(foodFields),
  then: [foodAdded],
})
test('a category without a colour gets the one that its name always gets', story, {
  given: [],
  when: add({ name: 'Food' }),
  then: [{ ...foodAdded, colour: colourFor('Food') }],
})
test('a name that the user has already is refused', story, {
  given: [foodAdded],
  when: add({ name: 'food' }),
  then: 'CategoryNameTaken',
})
test('an archived category that is added again comes back, with the new spelling', story, {
  given: [foodAdded, foodArchived],
  when: add({ name: 'FOOD' }),
  then: [foodRestored],
})
test('an archived category that is added again comes back, with the new colour', story, {
  given: [foodAdded, foodArchived],
  when: add({ name: 'Food', colour: '#c94f6d' }),
  then: [{ ...foodRestored, changes: { colour: { from: '#3d9068', to: '#c94f6d' } } }],
})
test('an archived category that is added just as it was comes back unchanged', story, {
  given: [foodAdded, foodArchived],
  when: add({ name: 'Food' }),
  then: [{ ...foodRestored, changes: {} }],
})
test('a category that came back is offered again', story, {
  given: [foodAdded, foodArchived, foodRestored],
  when: add({ name: 'Food' }),
  then: 'CategoryNameTaken',
})

test('a change says what was and what is', story, {
  given: [foodAdded],
  when: change({ name: 'Groceries', colour: '#c94f6d' }),
  then: [foodChanged],
})
test('what is the same already is no change', story, {
  given: [foodAdded, foodChanged],
  when: change({ name: 'Groceries', colour: '#c94f6d' }),
  then: [],
})
test('the spelling of a name can be changed', story, {
  given: [foodAdded],
  when: change({ name: 'FOOD' }),
  then: [{ ...foodChanged, changes: { name: { from: 'Food', to: 'FOOD' } } }],
})
test('a name that another category of the user has is refused', story, {
  given: [foodAdded],
  when: change({ name: 'Travel' }, true),
  then: 'CategoryNameTaken',
})
test('only a name that is new has to be free', story, {
  given: [foodAdded],
  when: change({ name: 'Food', colour: '#c94f6d' }, true),
  then: [{ ...foodChanged, changes: { colour: { from: '#3d9068', to: '#c94f6d' } } }],
})
test('an unknown category cannot be changed', story, {
  given: [],
  when: change({ name: 'Groceries' }),
  then: 'CategoryUnknown',
})
test('an archived category can be changed: expenses keep it', story, {
  given: [foodAdded, foodArchived],
  when: change({ name: 'Groceries', colour: '#c94f6d' }),
  then: [foodChanged],
})
test('what was changed while archived is what comes back', story, {
  given: [foodAdded, foodArchived, foodChanged],
  when: add({ name: 'groceries' }),
  then: [{ ...foodRestored, changes: { name: { from: 'Groceries', to: 'groceries' } } }],
})

test('a category can be archived', story, { given: [foodAdded], when: archive, then: [foodArchived] })
test('an archived category stays archived', story, { given: [foodAdded, foodArchived], when: archive, then: [] })
test('an unknown category cannot be archived', story, { given: [], when: archive, then: 'CategoryUnknown' })

test('every name gets a colour that a category may have', (t) => {
  for (const name of ['Food', 'food', '交通', '🍕', '']) t.is(Colour.parse(colourFor(name)), colourFor(name))
})
