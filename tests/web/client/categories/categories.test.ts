import test from 'ava'
import type { UserId } from '../../../../src/events/ids.ts'
import { openCategories } from '../../../../src/web/client/categories/categories.ts'
import { ana, ben } from '../../../examples.ts'
import { groceries } from '../examples.ts'

test('categories are fetched once for each person, until they are loaded anew', async (t) => {
  const asked: UserId[] = []
  const categories = openCategories({ categories: async (user) => (asked.push(user), [groceries]) })
  await categories.need([ana, ben, ana])
  await categories.need([ben])
  t.deepEqual(asked, [ana, ben])
  await categories.load(ana)
  t.is(asked.length, 3)
})
test('a colour that is not known yet is grey', async (t) => {
  const categories = openCategories({ categories: async () => [groceries] })
  t.is(categories.colour(ana, groceries.id), '#868d9d')
  await categories.need([ana])
  t.is(categories.colour(ana, groceries.id), groceries.colour)
})
test('those of a ledger that is closed are not known, and not fetched again with the others', async (t) => {
  const asked: UserId[] = []
  const categories = openCategories({ categories: async (user) => (asked.push(user), [groceries]) })
  await categories.need([ana, ben])
  categories.forget([ben])
  t.is(categories.of(ben).value, undefined)
  await categories.reload()
  t.deepEqual(asked, [ana, ben, ana])
})
