import test from 'ava'
import { newRecoveryCodes, recoveryDigest } from '../../../../src/web/server/second-factor/recovery-codes.ts'
import { codeAt, keyUri, newSecret, stepAt, stepOf, toBase32 } from '../../../../src/web/server/second-factor/totp.ts'
import { fromBase32 } from './authenticator.ts'

const secret = Buffer.from('12345678901234567890')
const noon = Date.parse('2026-11-23T12:00:00Z')
const half = 30_000

test('codes are those of RFC 4226, appendix D', (t) => {
  const codes = ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489']
  for (const [step, code] of codes.entries()) t.is(codeAt(secret, step), code)
})

test('codes are those of RFC 6238, appendix B, which has them with eight digits', (t) => {
  const codes: [seconds: number, code: string][] = [
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ]
  for (const [seconds, code] of codes) t.is(codeAt(secret, stepAt(seconds * 1000)), code.slice(2))
})

test('a code is good in its own half minute, the one before and the one after', (t) => {
  const code = codeAt(secret, stepAt(noon))
  for (const later of [-half, 0, half - 1, half, 2 * half - 1]) t.is(stepOf(secret, code, noon + later), stepAt(noon))
  for (const later of [-half - 1, 2 * half]) t.is(stepOf(secret, code, noon + later), undefined)
})

test('what is not six digits is no code', (t) => {
  for (const code of ['', '75522', '7552244', '75522a', '٧٥٥٢٢٤', '-55224']) t.is(stepOf(secret, code, 0), undefined)
})

test('base32 is that of RFC 4648, without padding', (t) => {
  const texts = ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar']
  const encoded = ['', 'MY', 'MZXQ', 'MZXW6', 'MZXW6YQ', 'MZXW6YTB', 'MZXW6YTBOI']
  t.deepEqual(
    texts.map((text) => toBase32(Buffer.from(text))),
    encoded,
  )
})

test('each secret is another, and an app reads the same bytes', (t) => {
  const [one, other] = [newSecret(), newSecret()]
  t.notDeepEqual(one, other)
  t.is(toBase32(one).length, 32)
  t.deepEqual(fromBase32(toBase32(one)), one)
})

test('an app is told whose the secret is, by which ledger, and how codes are made', (t) => {
  const uri = new URL(keyUri('ana+home@example.com', toBase32(secret)))
  t.is(uri.href.split('?')[0], 'otpauth://totp/Expense%20Ledger:ana%2Bhome%40example.com')
  t.deepEqual(Object.fromEntries(uri.searchParams), {
    secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
    issuer: 'Expense Ledger',
    ...{ algorithm: 'SHA1', digits: '6', period: '30' },
  })
})

test('recovery codes are ten, all different, and the same however they are typed', (t) => {
  const codes = newRecoveryCodes()
  t.is(new Set(codes).size, 10)
  for (const code of codes) t.regex(code, /^[0-9a-hj-km-np-tv-z]{4}(-[0-9a-hj-km-np-tv-z]{4}){3}$/)
  t.deepEqual(recoveryDigest('7k3m01qa'), recoveryDigest('7K3MOLQA'))
  t.notDeepEqual(recoveryDigest('7k3m01qa'), recoveryDigest('7k3m01qb'))
})
