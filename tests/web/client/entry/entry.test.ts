import test from 'ava'
import type { Expense } from '../../../../src/web/api.ts'
import { openCategories } from '../../../../src/web/client/categories/categories.ts'
import { openDrafts } from '../../../../src/web/client/entry/drafts.ts'
import { openEntry } from '../../../../src/web/client/entry/entry.ts'
import { openExpenseChanges } from '../../../../src/web/client/expenses/expense-changes.ts'
import { openFormat } from '../../../../src/web/client/format.ts'
import { messages } from '../../../../src/web/client/messages.ts'
import { Refused, Unreachable } from '../../../../src/web/client/refused.ts'
import type { ToastAction } from '../../../../src/web/client/frame/toasts.ts'
import { ana, ben, EUR, monday, USD } from '../../../examples.ts'
import { coffee, groceries, storageOf, travels } from '../examples.ts'

const stale = new Refused({ type: 'urn:test', title: 'Stale', status: 412 })

type Sent = { what: string; version?: number; body?: unknown }

/** The form over a server that takes whatever it is sent, or fails as it is told. */
function open() {
  const sent: Sent[] = []
  const said: { text: string; action?: ToastAction | undefined }[] = []
  const state: { failure?: Error | undefined; newest: Expense } = { newest: coffee }
  const take = async (what: string, expense: Partial<Expense>, version?: number): Promise<Expense> => {
    sent.push({ what, ...(version !== undefined && { version }), body: expense })
    if (state.failure) throw state.failure
    if (version !== undefined && version < state.newest.version) throw stale
    return { ...coffee, ...expense, version: (version ?? 0) + 1 }
  }
  const server = {
    expense: async () => state.newest,
    expenses: async () => ({ items: [{ ...coffee, categoryId: travels.id }], next: null }),
    categories: async () => [groceries, travels],
    addExpense: (body: object) => take('add', body),
    changeExpense: ({ version }: { version: number }, body: object) => take('change', body, version),
    deleteExpense: ({ version }: { version: number }) => take('delete', { deleted: true }, version),
    restoreExpense: ({ version }: { version: number }) => take('restore', { deleted: false }, version),
  }
  const categories = openCategories(server)
  const changes = openExpenseChanges({
    server,
    toasts: { say: (text, action) => said.push({ text, action }) },
    format: openFormat('en-GB'),
    lookAgain: () => undefined,
  })
  const kept = new Map<string, string>()
  const drafts = openDrafts(
    () => storageOf(kept),
    () => ana,
  )
  const entry = openEntry({ server, categories, changes, drafts })
  return { entry, changes, drafts, kept, sent, said, state }
}
const begin = { userId: ana, date: monday, currency: EUR }
const settled = () => new Promise(setImmediate)
const typed = { amount: '12,50+4', categoryText: 'gro', description: 'Coffee beans' }

test('a new expense is sent as it is read, once, and the form closes', async (t) => {
  const { entry, sent, said } = open()
  entry.add(begin)
  await settled()
  entry.update(typed)
  const id = entry.draft.value?.id
  await entry.save()
  const body = { id, userId: ana, categoryId: groceries.id, description: 'Coffee beans', date: monday }
  t.deepEqual(sent, [{ what: 'add', body: { ...body, amount: '16.50', currency: EUR } }])
  t.is(entry.draft.value, undefined)
  t.is(said[0]?.text, 'Saved €16.50 for Coffee beans, Groceries, 23 Nov')
})
test('a category that is not there yet is sent by its name', async (t) => {
  const { entry, sent } = open()
  entry.add(begin)
  await settled()
  entry.update({ ...typed, categoryText: ' Books' })
  await entry.save()
  t.like(sent[0]?.body, { category: 'Books' })
})
test('categories that were used last are offered first', async (t) => {
  const { entry } = open()
  entry.add(begin)
  await settled()
  t.deepEqual(
    entry.choices.value.map(({ name }) => name),
    ['Travel and trips', 'Groceries'],
  )
})
test('saving and adding another keeps date and currency, and begins a new expense', async (t) => {
  const { entry } = open()
  entry.add({ ...begin, currency: USD })
  await settled()
  entry.update(typed)
  const first = entry.draft.value
  await entry.saveAndAnother()
  const { id, amount, date, currency, description } = entry.draft.value ?? first!
  t.not(id, first!.id)
  t.deepEqual({ amount, date, currency, description }, { amount: '', date: monday, currency: USD, description: '' })
})
test('an empty form says at once what is missing, and sends nothing', async (t) => {
  const { entry, sent } = open()
  entry.add({ ...begin, date: '' })
  await entry.save()
  t.deepEqual(
    entry.submission.errors.value.map(({ path }) => path),
    ['amount', 'category', 'description', 'date'],
  )
  t.deepEqual(sent, [])
})
test('what was typed stays when it cannot be sent', async (t) => {
  const { entry, state } = open()
  entry.add(begin)
  await settled()
  entry.update(typed)
  const { id } = entry.draft.value!
  state.failure = new Unreachable()
  await entry.save()
  t.is(entry.draft.value?.amount, '12,50+4')
  t.is(entry.submission.errors.value[0]?.message, messages.errors.unreachable)
  state.failure = undefined
  await entry.save()
  t.is(entry.draft.value, undefined)
  t.truthy(id)
})
test('a change sends only what differs, on the version that was seen', async (t) => {
  const { entry, sent, said } = open()
  entry.edit(coffee)
  await settled()
  entry.update({ amount: '20' })
  await entry.save()
  t.deepEqual(sent, [{ what: 'change', version: 1, body: { amount: '20.00' } }])
  t.is(said[0]?.text, 'Amount changed to €20.00')
})
test('a change can be taken back', async (t) => {
  const { entry, sent, said } = open()
  entry.edit(coffee)
  await settled()
  entry.update({ picked: travels.name, description: 'Tickets' })
  await entry.save()
  t.is(said[0]?.text, 'Tickets: category and description changed')
  said[0]?.action?.run()
  await settled()
  t.deepEqual(sent[1], { what: 'change', version: 2, body: { categoryId: groceries.id, description: 'Coffee beans' } })
})
test('after somebody else’s change the form has theirs and keeps what was typed', async (t) => {
  const { entry, state, sent } = open()
  entry.edit(coffee)
  await settled()
  entry.update({ amount: '17' })
  state.newest = { ...coffee, version: 5, amount: '20.00', description: 'Espresso' }
  state.failure = stale
  await entry.save()
  t.like(entry.draft.value!, { amount: '17.00', description: 'Espresso', seen: state.newest })
  t.like(entry.conflict.value!, { newest: state.newest, theirs: ['amount', 'description'], both: ['amount'] })
  t.deepEqual(entry.submission.errors.value, [])
  state.failure = undefined
  await entry.save()
  t.deepEqual(sent.at(-1), { what: 'change', version: 5, body: { amount: '17.00' } })
  t.is(entry.draft.value, undefined)
})
test('what was changed and is the same again is saved without asking', async (t) => {
  const { entry, state, sent } = open()
  entry.edit(coffee)
  await settled()
  entry.update({ amount: '17' })
  state.newest = { ...coffee, version: 3 }
  await entry.save()
  t.deepEqual(
    sent.map(({ version }) => version),
    [1, 3],
  )
  t.is(entry.draft.value, undefined)
})
test('where both changed the same, either can be chosen', async (t) => {
  const { entry } = open()
  entry.edit(coffee)
  await settled()
  entry.update({ amount: '17', picked: travels.name })
  entry.meet({ ...coffee, version: 2, amount: '20.00', category: 'Kitchen' })
  const { yours } = entry.conflict.value!
  t.deepEqual(entry.conflict.value?.both, ['amount', 'category'])
  entry.choose('amount', '20.00')
  entry.choose('category', 'Kitchen')
  t.like(entry.draft.value!, { amount: '20.00', picked: 'Kitchen' })
  t.false(entry.touched.value)
  entry.choose('category', yours.category)
  t.is(entry.meant.value?.name, travels.name)
})
test('what was not touched follows the newest, without a word', async (t) => {
  const { entry } = open()
  entry.edit(coffee)
  await settled()
  entry.meet({ ...coffee, version: 2, amount: '20.00' })
  t.is(entry.draft.value?.amount, '20.00')
  t.is(entry.conflict.value, undefined)
  entry.meet(coffee)
  t.is(entry.draft.value?.amount, '20.00')
})
test('what was typed is kept until it is saved, and offered again', async (t) => {
  const { entry, drafts, kept } = open()
  entry.add(begin)
  await settled()
  t.is(kept.size, 0)
  entry.update(typed)
  entry.update({ amount: '13' })
  t.is(entry.left.value, undefined)
  const draft = entry.draft.value
  entry.putAside()
  t.deepEqual(entry.left.value, draft)
  drafts.recall()
  t.deepEqual(entry.left.value, draft)
  entry.goOn()
  await settled()
  await entry.save()
  t.is(entry.left.value, undefined)
  t.is(kept.size, 0)
})
test('a change that was put aside goes on from there, over what the expense is by now', async (t) => {
  const { entry } = open()
  entry.edit(coffee)
  await settled()
  entry.update({ amount: '17' })
  entry.putAside()
  entry.edit({ ...coffee, version: 2, description: 'Espresso' })
  t.like(entry.draft.value!, { amount: '17.00', description: 'Espresso' })
  t.deepEqual(entry.conflict.value?.theirs, ['description'])
})
test('what was typed and then emptied again is not kept, nor is what was dropped', async (t) => {
  const { entry, kept } = open()
  entry.add(begin)
  entry.update({ amount: '1' })
  t.is(kept.size, 1)
  entry.update({ amount: '' })
  t.is(kept.size, 0)
  entry.update({ amount: '1' })
  entry.putAside()
  entry.dropLeft()
  t.is(entry.left.value, undefined)
  t.is(kept.size, 0)
})
test('whoever opened the form hears when it is closed, not when it goes on', async (t) => {
  const { entry } = open()
  let closed = 0
  entry.add(begin, () => (closed += 1))
  await settled()
  entry.update(typed)
  await entry.saveAndAnother()
  t.is(closed, 0)
  entry.leave()
  t.is(closed, 1)
  entry.close()
  t.is(closed, 1)
})
test('leaving asks only if something would be lost', (t) => {
  const { entry } = open()
  entry.add(begin)
  entry.leave()
  t.is(entry.draft.value, undefined)
  entry.add(begin)
  entry.update({ amount: '1' })
  entry.leave()
  t.true(entry.asking.value)
  entry.update({ amount: '12' })
  t.false(entry.asking.value)
  entry.leave()
  entry.leave()
  t.is(entry.draft.value, undefined)
})
test('an expense can be given to another person, whose categories are others', async (t) => {
  const { entry } = open()
  entry.add(begin)
  entry.update({ picked: 'Groceries' })
  entry.giveTo(ben)
  await settled()
  t.like(entry.draft.value!, { userId: ben, picked: '' })
})
test('what was deleted is restored by undoing, and the other way round', async (t) => {
  const { changes, sent, said } = open()
  await changes.remove(coffee)
  t.is(said[0]?.text, 'Deleted Coffee beans, €16.50')
  said[0]?.action?.run()
  await settled()
  said[1]?.action?.run()
  await settled()
  t.deepEqual(
    sent.map(({ what, version }) => [what, version]),
    [
      ['delete', 1],
      ['restore', 2],
      ['delete', 3],
    ],
  )
})
test('what cannot be deleted says why', async (t) => {
  const { changes, said, state } = open()
  state.failure = stale
  await changes.remove(coffee)
  state.failure = new Unreachable()
  await changes.restore(coffee)
  t.deepEqual(
    said.map(({ text }) => text),
    [messages.toasts.changedMeanwhile, messages.errors.unreachable],
  )
})
test('a change that changes nothing says nothing', async (t) => {
  const { changes, said } = open()
  await changes.change(coffee, {})
  t.deepEqual(said, [])
})
