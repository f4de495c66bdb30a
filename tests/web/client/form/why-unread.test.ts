import test from 'ava'
import { whyUnread } from '../../../../src/web/client/form/why-unread.ts'
import { messages } from '../../../../src/web/client/messages.ts'
import { Refused, Unreachable } from '../../../../src/web/client/refused.ts'

const words = messages.errors.unread
const problem = { type: 'urn:test', title: 'Invalid', status: 422 }
const says = test.macro((t, error: unknown, message: string) => {
  const said = whyUnread(error)
  t.is(said, message)
  t.notRegex(said, /saved|change is there/)
})

test('what could not be read was not to be saved: no answer', says, new Unreachable(), words.unreachable)
test('a mistake of the page', says, new TypeError('x is undefined'), words.unexpected)
test(
  'a session that has ended',
  says,
  new Refused({ ...problem, type: 'urn:expense-ledger:problem:not-signed-in', status: 401 }),
  words.signedOut,
)
test(
  'a failing server, with what its log calls the request',
  says,
  new Refused({ ...problem, status: 503, requestId: 'r-1' }),
  'The ledger could not read this just now (503). Try again in a moment. Its log calls this r-1.',
)
test(
  'a refusal says itself',
  says,
  new Refused({ ...problem, detail: 'There is no such moment' }),
  'There is no such moment',
)
