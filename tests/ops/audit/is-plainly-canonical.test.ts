import test from 'ava'
import fc from 'fast-check'
import { canonical, type Json } from '../../../src/events/log/canonical.ts'
import { isPlainlyCanonical } from '../../../src/ops/audit/is-plainly-canonical.ts'

const isPlainly = (text: string) => isPlainlyCanonical(Buffer.from(text))

const name = fc.stringMatching(/^[ !#-[\]-~]{0,3}$/)
const { object } = fc.letrec<{ value: Json; object: { [name: string]: Json } }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.stringMatching(/^[ !#-[\]-~]{0,9}$/),
    fc.integer(),
    fc.constantFrom(true, false, null, 0, -1, 999_999_999_999_999),
    tie('object'),
  ),
  object: fc.dictionary(name, tie('value'), { noNullPrototype: true }),
}))

test('what events are made of is seen to be canonical', (t) => {
  fc.assert(fc.property(object, (value) => t.true(isPlainly(canonical(value)))))
})

test('whatever is changed in it, nothing is taken for canonical that is not', (t) => {
  const piece = fc.constantFrom('"', ' ', ':', ',', '{', '}', '0', '-', '1', 'a', 'true', '\\', 'é', '')
  fc.assert(
    fc.property(object, fc.nat(), fc.nat({ max: 2 }), piece, (value, where, removed, put) => {
      const text = canonical(value)
      const at = where % text.length
      const changed = text.slice(0, at) + put + text.slice(at + removed)
      if (isPlainly(changed)) t.is(canonical(JSON.parse(changed) as Json), changed)
      t.pass()
    }),
    { numRuns: 5_000 },
  )
})

for (const text of [
  '',
  '{',
  '{}x',
  '{"a":1,}',
  '{"a":}',
  '{"b":1,"a":2}',
  '{"a":1,"a":1}',
  '{"ab":1,"a":2}',
  '{"a":01}',
  '{"a":-0}',
  '{"a":-}',
  '{"a":1.0}',
  '{"a":tru}',
  '{"a":9007199254740993}',
  '{"a": 1}',
  '{"a":"\\u0061"}',
  '{"a":"é"}',
  '{"a":[]}',
  '"a"',
  '{"a":'.repeat(1e6),
]) {
  test(`not plainly: ${text.slice(0, 40)}`, (t) => t.false(isPlainly(text)))
}

test('a name that another begins with comes before it, also where a blank follows', (t) => {
  t.true(isPlainly('{"":1," ":2,"!":3,"a":4,"a ":5,"a!":6,"ab":7}'))
})
