import { signal } from '@preact/signals'
import test from 'ava'
import type { Expense } from '../../../../../src/web/api.ts'
import { openCategories } from '../../../../../src/web/client/categories/categories.ts'
import { openInlineEdit } from '../../../../../src/web/client/expenses/inline/inline-edit.ts'
import { Refused, Unreachable } from '../../../../../src/web/client/refused.ts'
import { dinner } from '../../../../examples.ts'
import { coffee, groceries, travels } from '../../examples.ts'

/** A row being changed over a server that takes what it is sent, or fails as it is told. */
function open() {
  const kept: string[] = []
  const state: { newest: Expense; failure?: Error | undefined } = { newest: coffee }
  const sent: unknown[] = []
  const inline = openInlineEdit({
    server: { expense: async () => state.newest },
    categories: openCategories({ categories: async () => [groceries, travels] }),
    drafts: {
      left: signal(),
      keep: ({ amount }) => void kept.push(amount),
      drop: () => void kept.push('dropped'),
    },
    changes: {
      async change({ version }: Expense, body: object) {
        sent.push({ version, ...body })
        if (state.failure) throw state.failure
        return { ...coffee, ...body, version: version + 1 }
      },
    },
  })
  return { inline, state, sent, kept }
}
const settled = () => new Promise(setImmediate)

test('what differs is sent, as it is read, and the row is shown again', async (t) => {
  const { inline, sent } = open()
  await inline.begin(coffee, 'category')
  await settled()
  t.is(inline.first.value, 'category')
  t.is(inline.meant.value?.name, 'Groceries')
  t.false(inline.isTouched())
  inline.update({ categoryText: 'trav', picked: '', amount: '12,50+4' })
  t.deepEqual(
    inline.choices.value.map(({ name }) => name),
    ['Travel and trips', 'trav'],
  )
  t.true(await inline.save())
  t.deepEqual(sent, [{ version: 1, category: 'Travel and trips' }])
  t.is(inline.draft.value, undefined)
  t.false(inline.isTouched())
})
test('what is typed is kept for whoever reloads the page, until it is saved, left or as it was', async (t) => {
  const { inline, kept } = open()
  await inline.begin(coffee, 'amount')
  t.deepEqual(kept, [])
  inline.update({ amount: '3' })
  inline.update({ amount: coffee.amount })
  t.deepEqual(kept, ['3', 'dropped'])
  inline.update({ amount: '4' })
  t.true(await inline.save())
  t.deepEqual(kept, ['3', 'dropped', '4', 'dropped'])
  await inline.begin(coffee, 'amount')
  inline.update({ amount: '5' })
  inline.leave()
  t.deepEqual(kept.slice(4), ['5', 'dropped'])
})
test('what changes nothing is not sent', async (t) => {
  const { inline, sent } = open()
  await inline.begin(coffee, 'date')
  t.true(await inline.save())
  t.deepEqual(sent, [])
})
test('what is wrong is said and not sent', async (t) => {
  const { inline, sent } = open()
  await inline.begin(coffee, 'amount')
  inline.update({ amount: 'x', description: ' ' })
  t.false(await inline.save())
  t.deepEqual(
    inline.submission.errors.value.map(({ path }) => path),
    ['amount', 'description'],
  )
  t.deepEqual(sent, [])
})
test('another row begins once this one is saved, and not before', async (t) => {
  const { inline, sent } = open()
  await inline.begin(coffee, 'amount')
  inline.update({ amount: 'x' })
  await inline.begin({ ...coffee, id: dinner }, 'description')
  t.is(inline.draft.value?.id, coffee.id)
  inline.update({ amount: '3' })
  await inline.begin({ ...coffee, id: dinner }, 'description')
  t.is(inline.draft.value?.id, dinner)
  t.deepEqual(sent, [{ version: 1, amount: '3.00' }])
})
test('beginning with the same row again changes nothing', async (t) => {
  const { inline } = open()
  await inline.begin(coffee, 'amount')
  inline.update({ amount: '3' })
  await inline.begin(coffee, 'date')
  t.is(inline.draft.value?.amount, '3')
})
test('after somebody else’s change theirs is there, what was typed stays, and saving again is about the newest', async (t) => {
  const { inline, state, sent } = open()
  await inline.begin(coffee, 'amount')
  await settled()
  inline.update({ amount: '17' })
  state.newest = { ...coffee, version: 5, amount: '20.00', description: 'Espresso' }
  state.failure = new Refused({ type: 'urn:test', title: 'Stale version', status: 412 })
  t.false(await inline.save())
  t.like(inline.draft.value!, { amount: '17.00', description: 'Espresso' })
  t.like(inline.conflict.value!, { theirs: ['amount', 'description'], both: ['amount'] })
  t.deepEqual(inline.submission.errors.value, [])
  state.failure = undefined
  t.true(await inline.save())
  t.deepEqual(sent.at(-1), { version: 5, amount: '17.00' })
  t.is(inline.conflict.value, undefined)
})
test('what cannot be sent stays, with the reason; leaving drops it', async (t) => {
  const { inline, state } = open()
  await inline.begin(coffee, 'description')
  inline.update({ description: 'Espresso' })
  state.failure = new Unreachable()
  t.false(await inline.save())
  t.is(inline.draft.value?.description, 'Espresso')
  t.is(inline.submission.errors.value.length, 1)
  inline.leave()
  t.is(inline.draft.value, undefined)
  t.false(await inline.save())
})
