import test from 'ava'
import { toTrailCsv } from '../../../../src/web/client/activity/trail-csv.ts'
import { lunchEntry } from './examples.ts'

test('a line for each field, what people wrote being no formula', (t) => {
  const changes = {
    ...{ amount: { from: '12.50', to: '-3.00' }, description: { to: '=1+1' } },
    ...{ categoryId: { from: 'f', to: 't' } },
  }
  const [titles, amount, description, ...rest] = toTrailCsv([{ ...lunchEntry, changes }]).split('\r\n')
  t.is(titles, 'Event,Recorded at (UTC),Who,What happened,In words,Field,From,To,Origin,Batch,Hash')
  const before = `12,${lunchEntry.recordedAt},Ana,ExpenseRecorded,${lunchEntry.summary}`
  const after = `web,,${lunchEntry.hash}`
  t.is(amount, `${before},amount,12.50,-3.00,${after}`)
  t.is(description, `${before},description,,'=1+1,${after}`)
  t.deepEqual(rest, [''])
})
test('what changed no field is one line', (t) => {
  t.is(toTrailCsv([lunchEntry, { ...lunchEntry, actor: null }]).split('\r\n').length, 4)
})
