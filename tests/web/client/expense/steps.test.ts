import test from 'ava'
import { History, type HistoryEntry } from '../../../../src/web/api.ts'
import { differencesOf, isSame, stepsOf } from '../../../../src/web/client/expense/steps.ts'
import { ana, ben } from '../../../examples.ts'

const first = {
  description: { to: 'Train' },
  date: { to: '2026-11-14' },
  amount: { to: '45.00' },
  currency: { to: 'EUR' },
  categoryId: { to: 'one' },
  category: { to: 'Leisure' },
}
const batch = 'b5ee2a2e-7d3c-4c55-9a0f-0d8c2d4fbb10'

type Told = Partial<Pick<HistoryEntry, 'changes' | 'actor' | 'batch' | 'origin' | 'position' | 'now'>> & {
  recordedAt?: string
}

/** A history of these events, a minute and some positions apart unless said. */
function history(...told: [type: string, more?: Told][]) {
  return History.parse(
    told.map(([type, more], index) => ({
      position: 10 * (index + 1),
      version: index + 1,
      type,
      recordedAt: `2026-11-23T09:1${index}:00.000000Z`,
      actor: { id: ana, name: 'Ana' },
      origin: 'web',
      batch: null,
      changes: {},
      now: {},
      hash: `${index}`.repeat(64),
      ...more,
    })),
  )
}

test('what was done is told newest first, each with what it changed', (t) => {
  const steps = stepsOf(
    history(
      ['ExpenseRecorded', { changes: first }],
      [
        'ExpenseAmended',
        { changes: { amount: { from: '45.00', to: '54.00' }, date: { from: '2026-11-14', to: '2026-11-15' } } },
      ],
      ['ExpenseDeleted', { actor: { id: ben, name: 'Ben' }, now: { [ben]: 'Benjamin' } }],
      ['ExpenseRestored', { actor: null, origin: 'cli' }],
    ),
  )
  t.deepEqual(
    steps.map(({ verbs, who }) => [verbs, who?.name]),
    [
      [['restored'], undefined],
      [['deleted'], 'Ben'],
      [['changed'], 'Ana'],
      [['recorded'], 'Ana'],
    ],
  )
  t.is(steps[1]?.who?.now, 'Benjamin')
  t.deepEqual(steps[2]?.differences, [
    { field: 'amount', from: '45.00', to: '54.00', currencies: { from: 'EUR', to: 'EUR' } },
    { field: 'date', from: '2026-11-14', to: '2026-11-15', currencies: { from: 'EUR', to: 'EUR' } },
  ])
  t.deepEqual(steps[3]?.differences, [])
  t.true(steps[1]?.after.deleted)
  t.false(steps[0]?.after.deleted)
})
test('an amount that changes with its currency is one difference, in both currencies', (t) => {
  const [step] = stepsOf(
    history(
      ['ExpenseRecorded', { changes: first }],
      ['ExpenseAmended', { changes: { amount: { from: '45.00', to: '50' }, currency: { from: 'EUR', to: 'JPY' } } }],
    ),
  )
  t.deepEqual(step?.differences, [{ field: 'amount', from: '45.00', to: '50', currencies: { from: 'EUR', to: 'JPY' } }])
})
test('events of one command are one step, and so are those of a batch', (t) => {
  const steps = stepsOf(
    history(
      ['ExpenseRecorded', { changes: first }],
      ['ExpenseDeleted', {}],
      ['ExpenseRestored', { position: 50, recordedAt: '2026-11-23T09:30:00.000001Z' }],
      [
        'ExpenseAmended',
        { position: 51, recordedAt: '2026-11-23T09:30:00.000002Z', changes: { amount: { from: '45.00', to: '9.00' } } },
      ],
      ['ExpenseAmended', { batch, changes: { amount: { from: '9.00', to: '8.00' } } }],
      ['ExpenseAmended', { batch, changes: { amount: { from: '8.00', to: '9.00' } } }],
    ),
  )
  t.deepEqual(
    steps.map(({ version, verbs, hashes }) => [version, verbs, hashes.length]),
    [
      [6, ['changed', 'changed'], 2],
      [4, ['restored', 'changed'], 2],
      [2, ['deleted'], 1],
      [1, ['recorded'], 1],
    ],
  )
  t.deepEqual(steps[0]?.differences, [])
})
test('going back to a version shows what is different now', (t) => {
  const [now, then] = stepsOf(
    history(
      ['ExpenseRecorded', { changes: first }],
      ['ExpenseAmended', { changes: { category: { from: 'Leisure', to: 'Transport' } } }],
    ),
  )
  t.deepEqual(
    differencesOf(now!.after, then!.after).map(({ field, to }) => [field, to]),
    [['category', 'Leisure']],
  )
  t.false(isSame(now!.after, then!.after))
  t.true(isSame(now!.after, { ...now!.after }))
  t.false(isSame(now!.after, { ...now!.after, deleted: true }))
})
