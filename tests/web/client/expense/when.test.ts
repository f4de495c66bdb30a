import test from 'ava'
import { inWords } from '../../../../src/web/client/expense/when.ts'
import { openFormat } from '../../../../src/web/client/format.ts'

const format = openFormat('en-GB')
const now = new Date(2026, 10, 23, 12, 0, 0)
const at = (...time: [number, number, number, number?, number?, number?]) => new Date(...time).toISOString()

test('the nearer it is, the fewer words it takes', (t) => {
  t.is(inWords(at(2026, 10, 23, 11, 59, 30), now, format), 'just now')
  t.is(inWords(at(2026, 10, 23, 11, 58, 30), now, format), '1 minute ago')
  t.is(inWords(at(2026, 10, 23, 9, 12), now, format), 'Today, 09:12')
  t.is(inWords(at(2026, 10, 22, 23, 31), now, format), '22 Nov, 23:31')
  t.is(inWords(at(2025, 10, 22, 20, 31), now, format), '22 November 2025 at 20:31')
})
test('a clock that is behind puts nothing into the future', (t) => {
  t.is(inWords(at(2026, 10, 23, 15, 0), now, format), 'just now')
})
