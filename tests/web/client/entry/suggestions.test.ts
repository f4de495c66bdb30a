import test from 'ava'
import type { Expense } from '../../../../src/web/api.ts'
import { openSuggestions, suggested } from '../../../../src/web/client/entry/suggestions.ts'
import { ana } from '../../../examples.ts'
import { coffee } from '../examples.ts'

const said = (description: string, category = 'Groceries'): Expense => ({ ...coffee, description, category })

test('what begins as it was typed comes first, then what contains it, the newest first', (t) => {
  const earlier = [said('Iced coffee'), said('Coffee beans'), said('Tea', 'Coffee and tea'), said('Coffee filters')]
  t.deepEqual(
    suggested('cof', earlier).map(({ description }) => description),
    ['Coffee beans', 'Coffee filters', 'Iced coffee'],
  )
})
test('the same words are suggested once, with the category that they had last', (t) => {
  const earlier = [said('Lunch', 'Eating out'), said('lunch ', 'Groceries')]
  t.deepEqual(suggested('lun', earlier), [{ description: 'Lunch', category: 'Eating out' }])
})
test('no more than a few are suggested', (t) => {
  t.is(
    suggested(
      'tea',
      [1, 2, 3, 4, 5, 6, 7].map((number) => said(`Tea ${number}`)),
    ).length,
    5,
  )
})
test('only the answer to what was typed last counts', async (t) => {
  const answers: ((items: Expense[]) => void)[] = []
  const asked: unknown[] = []
  const suggestions = openSuggestions({
    expenses: ({ q }) => {
      asked.push(q)
      return new Promise((resolve) => answers.push((items) => resolve({ items, next: null })))
    },
  })
  await suggestions.look(ana, 'c')
  t.deepEqual(asked, [])
  const first = suggestions.look(ana, 'co')
  const second = suggestions.look(ana, 'cof ')
  answers[1]?.([said('Coffee beans')])
  answers[0]?.([said('Comb')])
  await Promise.all([first, second])
  t.deepEqual(asked, ['co', 'cof'])
  t.is(suggestions.found.value[0]?.description, 'Coffee beans')
  suggestions.forget()
  t.deepEqual(suggestions.found.value, [])
})
test('without an answer nothing is suggested', async (t) => {
  const suggestions = openSuggestions({ expenses: () => Promise.reject(new Error('No answer')) })
  await suggestions.look(ana, 'coffee')
  t.deepEqual(suggestions.found.value, [])
})
