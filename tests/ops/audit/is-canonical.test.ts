import test from 'ava'
import fc from 'fast-check'
import { canonical, type Json } from '../../../src/events/log/canonical.ts'
import { isCanonical } from '../../../src/ops/audit/is-canonical.ts'

const anyJson = fc.jsonValue({ noUnicodeString: false }) as fc.Arbitrary<Json>

test('what is written canonically is canonical, and no other text of the same value', (t) => {
  fc.assert(
    fc.property(anyJson, fc.integer({ min: 1, max: 3 }), (value, blanks) => {
      const text = canonical(value)
      t.true(isCanonical(text))
      const indented = JSON.stringify(JSON.parse(text), null, blanks)
      t.is(isCanonical(indented), indented === text)
    }),
  )
})

const others: Record<string, string> = {
  'members that are out of order': '{"b":1,"a":2}',
  'members within a list that are out of order': '[{"b":1,"a":2}]',
  'members that come twice': '{"a":1,"a":1}',
  'numbers that come in their own order': '{"9":1,"10":2}',
  'a number as it may be written too': '{"a":1.0}',
  'minus zero': '{"a":-0}',
  'an escape that need not be': '{"a":"\\u0061"}',
  'an escaped slash': '{"a":"\\/"}',
  'half a surrogate pair': '{"a":"\\ud800"}',
  'no JSON': '{"a":}',
  nothing: '',
}
for (const [what, text] of Object.entries(others)) {
  test(`not canonical: ${what}`, (t) => t.false(isCanonical(text)))
}

test('what is nested without end is not canonical', (t) => {
  t.false(isCanonical('['.repeat(1e6) + ']'.repeat(1e6)))
})

test('an order that only looks wrong is canonical: by UTF-16 code units, numbers among them', (t) => {
  t.true(isCanonical('{"10":1,"9":2}'))
  t.true(isCanonical('{"a":"\\\\ud800","ä":1,"€":2,"😀":3,"\ufb33":4}'))
})
