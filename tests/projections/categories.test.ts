import test from 'ava'
import { categories } from '../../src/projections/categories.ts'
import { ana, food, foodAdded, foodArchived, foodChanged, foodRestored, travel, travelAdded } from '../examples.ts'
import { storyOf } from './story.ts'

const story = storyOf(categories)

test('an added category is there, with its name as it is compared and as it is searched', story, {
  given: [{ ...foodAdded, name: ' FOOD  and Dri\u0308nk' }],
  then: {
    [food]: {
      id: food,
      userId: ana,
      name: ' FOOD  and Dri\u0308nk',
      nameKey: 'food and drïnk',
      search: ' food  and drïnk',
      colour: '#3d9068',
      archived: 0,
      version: 1,
      position: 1,
    },
  },
})

test('a new name is compared and searched as such', story, {
  given: [foodAdded, travelAdded, foodChanged],
  then: {
    [food]: {
      name: 'Groceries',
      nameKey: 'groceries',
      search: 'groceries',
      colour: '#c94f6d',
      version: 2,
      position: 1,
    },
    [travel]: { name: 'Travel', version: 1 },
  },
})

test('a new colour leaves the name alone', story, {
  given: [foodAdded, { ...foodChanged, changes: { colour: { from: '#3d9068', to: '#c94f6d' } } }],
  then: { [food]: { name: 'Food', nameKey: 'food', search: 'food', colour: '#c94f6d', version: 2 } },
})

test('an archived category stays, as archived', story, {
  given: [foodAdded, foodArchived],
  then: { [food]: { name: 'Food', archived: 1, version: 2 } },
})

test('a category that is brought back is spelled as it was asked for', story, {
  given: [foodAdded, foodArchived, foodRestored],
  then: { [food]: { name: 'FOOD', nameKey: 'food', archived: 0, version: 3 } },
})
