import test from 'ava'
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { decrypt, encrypt } from '../../../src/events/log/xchacha.ts'

const bytes = (length: number, salt: number) => Buffer.from(Array.from({ length }, (_, at) => (at * 7 + salt) % 256))
const [key, nonce] = [bytes(32, 1), bytes(24, 2)]

test('what the draft that describes it has as its example', (t) => {
  // draft-irtf-cfrg-xchacha-03, appendix A.3.1
  const text = Buffer.from(
    "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
  )
  const bound = Buffer.from('50515253c0c1c2c3c4c5c6c7', 'hex')
  const key = Buffer.from(Array.from({ length: 32 }, (_, at) => 0x80 + at))
  const nonce = Buffer.from(Array.from({ length: 24 }, (_, at) => 0x40 + at))
  const sealed =
    'bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb' +
    '96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812f615c68b13b52e' +
    'c0875924c1c7987947deafd8780acf49'
  t.is(encrypt(text, key, nonce, bound).toString('hex'), sealed)
})

test('byte for byte what @noble/ciphers makes, for every length of text and of what it is bound to', (t) => {
  for (let length = 0; length < 200; length++) {
    const [text, bound] = [bytes(length, 3), bytes((length * 5) % 67, 4)]
    const sealed = Buffer.from(xchacha20poly1305(key, nonce, bound).encrypt(text))
    t.deepEqual(encrypt(text, key, nonce, bound), sealed)
    t.deepEqual(decrypt(sealed, key, nonce, bound), text)
  }
})

test('what is too short to hold a tag does not open', (t) => {
  for (let length = 0; length < 16; length++) {
    t.throws(() => decrypt(bytes(length, 5), key, nonce, bytes(8, 6)), { message: 'Not as it was sealed' })
  }
})
