import test from 'ava'
import fc from 'fast-check'
import { canonical, type Json } from '../../../src/events/log/canonical.ts'

// The examples of RFC 8785.

const sample = String.raw`{
  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
  "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
  "literals": [null, true, false]
}`

test('section 3.2.2: literals, strings and numbers are written as ECMAScript does', (t) => {
  t.is(
    canonical(JSON.parse(sample) as Json),
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  )
})

test('section 3.2.3: members are sorted by UTF-16 code units', (t) => {
  const unsorted = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '\ud83d\ude00': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  }
  t.deepEqual(canonical(unsorted).match(/[A-Z][^"]+/g), [
    'Carriage Return',
    'One',
    'Control',
    'Latin Small Letter O With Diaeresis',
    'Euro Sign',
    'Emoji: Grinning Face',
    'Hebrew Letter Dalet With Dagesh',
  ])
})

test('section 3.2.4: the bytes are UTF-8', (t) => {
  const bytes = `
    7b 22 6c 69 74 65 72 61 6c 73 22 3a 5b 6e 75 6c 6c 2c 74 72
    75 65 2c 66 61 6c 73 65 5d 2c 22 6e 75 6d 62 65 72 73 22 3a
    5b 33 33 33 33 33 33 33 33 33 2e 33 33 33 33 33 33 33 2c 31
    65 2b 33 30 2c 34 2e 35 2c 30 2e 30 30 32 2c 31 65 2d 32 37
    5d 2c 22 73 74 72 69 6e 67 22 3a 22 e2 82 ac 24 5c 75 30 30
    30 66 5c 6e 41 27 42 5c 22 5c 5c 5c 5c 5c 22 2f 22 7d`
  t.is(Buffer.from(canonical(JSON.parse(sample) as Json)).toString('hex'), bytes.replaceAll(/\s/g, ''))
})

const isWritten = test.macro({
  exec(t, bits: string, text: string) {
    t.is(canonical(Buffer.from(bits, 'hex').readDoubleBE()), text)
  },
  title: (_title, bits: string, text: string) => `appendix B: ${bits} is ${text}`,
})
test(isWritten, '0000000000000000', '0')
test(isWritten, '8000000000000000', '0')
test(isWritten, '0000000000000001', '5e-324')
test(isWritten, '8000000000000001', '-5e-324')
test(isWritten, '7fefffffffffffff', '1.7976931348623157e+308')
test(isWritten, 'ffefffffffffffff', '-1.7976931348623157e+308')
test(isWritten, '4340000000000000', '9007199254740992')
test(isWritten, 'c340000000000000', '-9007199254740992')
test(isWritten, '4430000000000000', '295147905179352830000')
test(isWritten, '44b52d02c7e14af5', '9.999999999999997e+22')
test(isWritten, '44b52d02c7e14af6', '1e+23')
test(isWritten, '44b52d02c7e14af7', '1.0000000000000001e+23')
test(isWritten, '444b1ae4d6e2ef4e', '999999999999999700000')
test(isWritten, '444b1ae4d6e2ef4f', '999999999999999900000')
test(isWritten, '444b1ae4d6e2ef50', '1e+21')
test(isWritten, '3eb0c6f7a0b5ed8c', '9.999999999999997e-7')
test(isWritten, '3eb0c6f7a0b5ed8d', '0.000001')
test(isWritten, '41b3de4355555553', '333333333.3333332')
test(isWritten, '41b3de4355555554', '333333333.33333325')
test(isWritten, '41b3de4355555555', '333333333.3333333')
test(isWritten, '41b3de4355555556', '333333333.3333334')
test(isWritten, '41b3de4355555557', '333333333.33333343')
test(isWritten, 'becbf647612f3696', '-0.0000033333333333333333')
test(isWritten, '43143ff3c1cb0959', '1424953923781206.2')

test('what JSON cannot say is refused', (t) => {
  const unsayable = [NaN, Infinity, -Infinity, undefined, 1n, Symbol('lunch'), () => 'lunch', [undefined]]
  for (const value of unsayable) t.throws(() => canonical(value as Json), { instanceOf: TypeError }, String(value))
})

test('a lone surrogate is refused, as a text and as a name', (t) => {
  const halves: Json[] = ['\ud83d', 'a\ude00', '\ude00\ud83d', { '\ud83d': 1 }, [['\udfff']]]
  for (const half of halves) t.throws(() => canonical(half), { instanceOf: TypeError })
})

test('members that are undefined are left out', (t) => {
  t.is(canonical({ b: undefined, a: 1, c: undefined }), '{"a":1}')
})

test('a member may have any name', (t) => {
  t.is(
    canonical(JSON.parse('{"b":1,"__proto__":2,"10":3,"9":4,"":5}') as Json),
    '{"":5,"10":3,"9":4,"__proto__":2,"b":1}',
  )
})

// Whole Unicode, -0 apart: it is written as 0.
const anyJson = fc
  .jsonValue({ stringUnit: 'binary' })
  .filter((value) => JSON.stringify(value).isWellFormed()) as fc.Arbitrary<Json>

test('what is written can be read again', (t) => {
  fc.assert(
    fc.property(anyJson, (value) => {
      t.deepEqual(JSON.parse(canonical(value)), JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('what was read is written as it was', (t) => {
  fc.assert(
    fc.property(anyJson, (value) => {
      const text = canonical(value)
      t.is(canonical(JSON.parse(text) as Json), text)
    }),
  )
})

test('the order in which members were set does not matter', (t) => {
  const members = fc.uniqueArray(fc.tuple(fc.string({ unit: 'binary' }), anyJson), { selector: ([name]) => name })
  const orders = members.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))
  fc.assert(
    fc.property(orders, ([one, other]) => {
      t.is(canonical(Object.fromEntries(one)), canonical(Object.fromEntries(other)))
    }),
  )
})
