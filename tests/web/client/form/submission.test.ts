import test from 'ava'
import { errorsOf, openSubmission } from '../../../../src/web/client/form/submission.ts'
import { messages } from '../../../../src/web/client/messages.ts'
import { Refused, Unreachable } from '../../../../src/web/client/refused.ts'

const problem = { type: 'urn:test', title: 'Invalid', status: 422 }

test('what was wrong is said field by field, until it is right', async (t) => {
  const submission = openSubmission()
  const errors = [{ path: 'name', message: 'Must not be empty' }]
  await submission.run(() => Promise.reject(new Refused({ ...problem, errors })))
  t.is(submission.errorAt('name'), 'Must not be empty')
  t.is(submission.errorAt('email'), undefined)
  t.is(submission.failures.value, 1)
  t.is(await submission.run(async () => 'saved'), 'saved')
  t.deepEqual(submission.errors.value, [])
})
test('one is sent at a time', async (t) => {
  const submission = openSubmission()
  const first = submission.run(() => new Promise((resolve) => setImmediate(resolve, 'first')))
  t.true(submission.sending.value)
  t.is(await submission.run(async () => 'second'), undefined)
  t.is(await first, 'first')
  t.false(submission.sending.value)
})

const says = test.macro((t, error: unknown, message: string) => {
  t.deepEqual(errorsOf(error), [{ path: '', message }])
})
test('no answer', says, new Unreachable(), messages.errors.unreachable)
test('a mistake of the page', says, new TypeError('x is undefined'), messages.errors.unexpected)
test(
  'too many attempts say when to try again',
  says,
  new Refused({ ...problem, status: 429 }, 12),
  messages.errors.tooMany(12),
)
test(
  'a session that had ended',
  says,
  new Refused({ ...problem, type: 'urn:expense-ledger:problem:not-signed-in', status: 401 }),
  messages.errors.signedOut,
)
test('a failing server', says, new Refused({ ...problem, status: 503, detail: 'x' }), messages.errors.failed(503))
test('a rule says itself', says, new Refused({ ...problem, status: 409, detail: 'The last admin' }), 'The last admin')
test('a refusal without a word has its title', says, new Refused({ ...problem, status: 403 }), 'Invalid')
