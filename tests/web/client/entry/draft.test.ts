import test from 'ava'
import {
  blankDraft,
  draftOf,
  isTouched,
  meant,
  offered,
  rebased,
  typedValues,
} from '../../../../src/web/client/entry/draft.ts'
import { valuesOf } from '../../../../src/web/client/entry/merge.ts'
import { ana, EUR, monday } from '../../../examples.ts'
import { coffee, groceries, travels } from '../examples.ts'

const known = [groceries, travels]
const blank = blankDraft({ userId: ana, date: monday, currency: EUR })

test('every new expense has an id of its own', (t) => {
  t.not(blankDraft({ userId: ana, date: monday, currency: EUR }).id, blank.id)
})
test('what is picked counts before what is typed', (t) => {
  t.is(meant({ ...blank, categoryText: 'tra' }, known)?.category, travels)
  t.is(meant({ ...blank, categoryText: 'tra', picked: 'tra' }, known)?.category, undefined)
  t.is(meant({ ...blank, picked: 'Groceries' }, known)?.category, groceries)
  t.is(meant(blank, known), undefined)
})
test('what is picked is always among what is offered, an archived or a new category too', (t) => {
  const archived = { ...travels, archived: true }
  t.deepEqual(
    offered({ ...blank, picked: travels.name }, [groceries, archived]).map(({ category }) => category),
    [archived, groceries],
  )
  t.deepEqual(offered({ ...blank, picked: 'Books' }, [groceries])[0], { name: 'Books' })
})
test('the amount counts as it is read, or as it was typed where it cannot be', (t) => {
  t.is(typedValues({ ...blank, amount: '12,50+4' }, known).amount, '16.50')
  t.is(typedValues({ ...blank, amount: '12,50+' }, known).amount, '12,50+')
})
test('a new expense is touched once something is typed', (t) => {
  t.false(isTouched(blank, known))
  t.true(isTouched({ ...blank, amount: '1' }, known))
  t.true(isTouched({ ...blank, categoryText: 'x' }, known))
})
test('one that is changed is touched once something differs', (t) => {
  t.false(isTouched(draftOf(coffee), known))
  t.false(isTouched({ ...draftOf(coffee), amount: '16,5' }, known))
  t.true(isTouched({ ...draftOf(coffee), date: '2026-11-22' }, known))
})
test('a rebased draft holds the merged values and is about the newest expense', (t) => {
  const newest = { ...coffee, version: 2, amount: '20.00' }
  const draft = rebased(draftOf(coffee), { ...valuesOf(newest), category: 'Travel and trips' }, newest)
  t.is(draft.seen, newest)
  t.is(draft.amount, '20.00')
  t.is(meant(draft, known)?.category, travels)
})
