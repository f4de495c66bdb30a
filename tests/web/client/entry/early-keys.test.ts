import { signal } from '@preact/signals'
import test from 'ava'
import { blankDraft, draftOf, type Draft } from '../../../../src/web/client/entry/draft.ts'
import { openEarlyKeys } from '../../../../src/web/client/entry/early-keys.ts'
import { ana, EUR, monday } from '../../../examples.ts'
import { coffee } from '../examples.ts'

/** A form that was asked for, and is not there yet. */
function open(begun = blankDraft({ userId: ana, date: monday, currency: EUR })) {
  const draft = signal<Draft | undefined>(begun)
  const early = openEarlyKeys({
    draft,
    update: (changed) => (draft.value = { ...draft.value!, ...changed }),
    putAside: () => (draft.value = undefined),
  })
  const no = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, isComposing: false }
  const press = (key: string, more = {}) => early.take({ ...no, key, ...more })
  return { draft, early, press }
}

test('what is typed before the form is there stands in it', (t) => {
  const { draft, early, press } = open()
  const keys = [...'12,55', 'Backspace', 'Tab', ...'gro', 'Tab', ...'Bread', 'Enter']
  t.deepEqual(
    keys.map((key) => press(key)).filter((taken) => !taken),
    [],
  )
  t.like(draft.value!, { amount: '12,5', categoryText: 'gro', description: 'Bread' })
  t.is(early.takeOver(), 'entry-description')
  t.is(early.takeOver(), 'entry-amount')
})
test('Tab goes back too, and not beyond the first or the last field', (t) => {
  const { early, press } = open()
  press('Tab', { shiftKey: true })
  press('Tab')
  press('Tab', { shiftKey: true })
  t.is(early.takeOver(), 'entry-amount')
  for (const key of ['Tab', 'Tab', 'Tab']) press(key)
  t.is(early.takeOver(), 'entry-description')
})
test('the browser’s own keys stay its own', (t) => {
  const { press } = open()
  t.false(press('r', { ctrlKey: true }))
  t.false(press('F5'))
  t.false(press('k', { metaKey: true }))
})
test('Escape gives up waiting', (t) => {
  const { draft, press } = open()
  t.true(press('Escape'))
  t.is(draft.value, undefined)
  t.false(press('1'))
})
test('only a new expense is typed into unseen', (t) => {
  t.false(open(draftOf(coffee)).press('1'))
})
