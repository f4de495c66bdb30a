import test from 'ava'
import { causesOf } from '../../../../src/web/client/frame/failures.ts'

test('what several panes failed at for one cause is said once', (t) => {
  const again = () => undefined
  const failed = ['the ledger is away', 'no such moment', 'the ledger is away'].map((why) => ({ why, again }))
  t.deepEqual(causesOf(failed), ['the ledger is away', 'no such moment'])
})
