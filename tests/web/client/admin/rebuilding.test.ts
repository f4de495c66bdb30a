import test from 'ava'
import type { ProjectionStatus } from '../../../../src/web/api.ts'
import { isRebuilding, rebuiltIn, secondsLeft } from '../../../../src/web/client/admin/rebuilding.ts'

const live: ProjectionStatus = {
  ...{ name: 'expenses', version: 1, position: 12, lag: 0, state: 'live', error: null, rebuild: null },
}
const running = { ...live, rebuild: { position: 5_000, of: 12_000, rate: 2_000 } }

test('a rebuild takes as long as its rate says, and nobody knows without one', (t) => {
  t.is(secondsLeft(running.rebuild), 4)
  t.is(secondsLeft({ ...running.rebuild, rate: 0 }), undefined)
})
test('a rebuild that is no longer under way has ended', (t) => {
  t.deepEqual(rebuiltIn([running], [live]), ['expenses'])
  t.deepEqual(rebuiltIn([running], [running]), [])
  t.deepEqual(rebuiltIn([live], [live]), [])
})
test('one that failed was not rebuilt', (t) => {
  t.deepEqual(rebuiltIn([running], [{ ...live, error: 'The last rebuild stopped: no' }]), [])
})
test('one rebuild is enough to look often', (t) => {
  t.true(isRebuilding([live, running]))
  t.false(isRebuilding([live]))
})
