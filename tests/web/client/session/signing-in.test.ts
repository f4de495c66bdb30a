import test from 'ava'
import { Refused } from '../../../../src/web/client/refused.ts'
import { openSigningIn } from '../../../../src/web/client/session/signing-in.ts'

const refusal = (slug: string, path?: string) => {
  const errors = path === undefined ? {} : { errors: [{ path, message: slug }] }
  const type = `urn:expense-ledger:problem:${slug}`
  return new Refused({ type, title: 'Not signed in', status: 401, detail: slug, ...errors })
}

/** A server that says each of `answers` in turn: a refusal, or nothing where somebody is let in. */
function open(...answers: (Refused | undefined)[]) {
  const asked: object[] = []
  const signing = openSigningIn({
    signIn: async (credentials) => {
      asked.push(credentials)
      const refused = answers.shift()
      if (refused) throw refused
    },
  })
  signing.type({ email: 'ana@example.org', password: 'a long password' })
  return { signing, asked }
}
const credentials = { email: 'ana@example.org', password: 'a long password' }

test('who has no second factor is asked for the password alone', async (t) => {
  const { signing, asked } = open(refusal('sign-in-failed'), undefined)
  await signing.submit()
  t.is(signing.step.value, 'password')
  t.deepEqual(signing.submission.errors.value, [{ path: '', message: 'sign-in-failed' }])
  await signing.submit()
  t.deepEqual(asked, [credentials, credentials])
})
test('who has one is asked for its code, with the password that was right', async (t) => {
  const { signing, asked } = open(refusal('second-factor-needed'), refusal('second-factor-wrong', 'code'), undefined)
  await signing.submit()
  t.is(signing.step.value, 'app')
  t.deepEqual(signing.submission.errors.value, [])
  signing.type({ code: '123456' })
  await signing.submit()
  t.is(signing.submission.errorAt('code'), 'second-factor-wrong')
  t.is(signing.typed.value.code, '123456')
  signing.go('recovery')
  t.is(signing.typed.value.code, '')
  t.is(signing.submission.errorAt('code'), undefined)
  signing.type({ code: '7k3m-91qa-t0vx-c4zn' })
  await signing.submit()
  t.deepEqual(asked, [credentials, { ...credentials, code: '123456' }, { ...credentials, code: '7k3m-91qa-t0vx-c4zn' }])
})
test('who goes back gives the password alone again', async (t) => {
  const { signing, asked } = open(refusal('second-factor-needed'), undefined)
  await signing.submit()
  signing.type({ code: '123456' })
  signing.go('password')
  await signing.submit()
  t.deepEqual(asked, [credentials, credentials])
})
