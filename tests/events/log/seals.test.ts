import test from 'ava'
import fc from 'fast-check'
import { seal, unseal } from '../../../src/events/log/seals.ts'

const key = Buffer.alloc(32, 7)
const stream = 'expense-1'

test('what was sealed can be opened, whatever was written', (t) => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      t.is(unseal(seal(text, key, stream), key, stream), text)
    }),
  )
})

test('no two seals of a text are the same', (t) => {
  t.not(seal('Lunch', key, stream), seal('Lunch', key, stream))
})

test('nothing of the text can be read', (t) => {
  const sealed = seal('Lunch at the harbour', key, stream)
  t.false(Buffer.from(sealed, 'base64').includes('Lunch'))
  t.false(sealed.includes(Buffer.from('Lunch').toString('base64').slice(0, 5)))
})

test('another key does not open it', (t) => {
  t.throws(() => unseal(seal('Lunch', key, stream), Buffer.alloc(32, 8), stream))
})

test('it does not open in another stream', (t) => {
  t.throws(() => unseal(seal('Lunch', key, stream), key, 'expense-2'))
})

test('it does not open if a single bit of it is another', (t) => {
  const bytes = Buffer.from(seal('Lunch', key, stream), 'base64')
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const other = Buffer.from(bytes)
    other.writeUInt8(other.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
    t.throws(() => unseal(other.toString('base64'), key, stream), undefined, `bit ${bit}`)
  }
})

test('it does not open if a single character of it is another', (t) => {
  // Lengths with and without padding, whose last characters have bits to spare.
  for (const text of ['Lunch', 'Dinner', 'Brunch!']) {
    const sealed = seal(text, key, stream)
    for (let at = 0; at < sealed.length; at++) {
      for (const character of [...'ABCDEFGH01234567=- '].filter((one) => one !== sealed[at])) {
        const other = sealed.slice(0, at) + character + sealed.slice(at + 1)
        t.throws(() => unseal(other, key, stream), undefined, `${character} at ${at}`)
      }
    }
  }
})

test('it does not open if something is missing or too much', (t) => {
  const sealed = seal('Lunch', key, stream)
  for (const other of ['', sealed.slice(4), sealed.slice(0, -4), `${sealed}AAAA`, sealed.slice(0, 32)])
    t.throws(() => unseal(other, key, stream))
})
