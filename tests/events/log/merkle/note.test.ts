import test from 'ava'
import fc from 'fast-check'
import { checkpointText, readCheckpoint } from '../../../../src/events/log/merkle/checkpoint-text.ts'
import { makeSigningKey, readSigningKey } from '../../../../src/events/log/merkle/note-key.ts'
import { NoteRefused, openNote } from '../../../../src/events/log/merkle/note.ts'

/** The example of golang.org/x/mod/sumdb/note. */
const neumann = {
  signingKey: 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
  verifierKey: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  signature:
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
}
/** The example of c2sp.org/signed-note. */
const foo = {
  verifierKey: 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
  text: 'This is an example message.\n',
  signature:
    '— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n',
}
const note = `${neumann.text}\n${neumann.signature}`
const refused = { instanceOf: NoteRefused }

test('the published key signs the published note, byte by byte', (t) => {
  const key = readSigningKey(`${neumann.signingKey}\n`)
  t.is(key.name, 'PeterNeumann')
  t.is(key.verifierKey, neumann.verifierKey)
  t.is(key.sign(neumann.text), note)
})

test('published notes are good by their keys', (t) => {
  t.is(openNote(note, neumann.verifierKey), neumann.text)
  t.is(openNote(`${foo.text}\n${foo.signature}`, foo.verifierKey), foo.text)
})

test('of several signatures the own one counts, whoever else signed', (t) => {
  const both = `${neumann.text}\n${foo.signature}${neumann.signature}`
  t.is(openNote(both, neumann.verifierKey), neumann.text)
  t.throws(() => openNote(both, foo.verifierKey), { ...refused, message: /is not of this text/ })
})

test('a key that is made can be read, is named after itself, and is never the same', (t) => {
  const [one, two] = [makeSigningKey(), makeSigningKey()].map((text) => readSigningKey(text))
  t.regex(one?.name ?? '', /^expense-ledger\/[0-9a-f]{12}$/)
  t.not(one?.verifierKey, two?.verifierKey)
  t.is(openNote(one?.sign('Hello\n') ?? '', one?.verifierKey ?? ''), 'Hello\n')
  t.throws(() => openNote(one?.sign('Hello\n') ?? '', two?.verifierKey ?? ''), {
    ...refused,
    message: /Expected a signature by/,
  })
  t.is(readSigningKey(makeSigningKey('ledger.example.com')).name, 'ledger.example.com')
  t.throws(() => makeSigningKey('two words'), refused)
})

test('64 hex digits are a key, always the same one', (t) => {
  const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'
  const { name, verifierKey } = readSigningKey(`${seed}\n`)
  // The public key is that of RFC 8032, section 7.1, test 1.
  const own = Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex')
  t.true(verifierKey.endsWith(`+${Buffer.concat([Buffer.of(1), own]).toString('base64')}`))
  t.is(readSigningKey(seed).name, name)
})

test('not one byte of a note can change', (t) => {
  const bytes = Buffer.from(note)
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] as number) ^ mask
      t.throws(() => openNote(changed.toString(), neumann.verifierKey), refused)
    }),
    { numRuns: 500 },
  )
})

for (const [what, text] of Object.entries({
  nothing: '',
  'a text without a signature': neumann.text,
  'a signature without a text': neumann.signature,
  'a note that is cut off': note.slice(0, -1),
  'a note with something after it': `${note}\n`,
  'a signature that is written in another way': note.replace('nAM=', 'nAN='),
  'a signature with nothing in it': `${neumann.text}\n— PeterNeumann AAAA\n`,
})) {
  test(`${what} is no signed note`, (t) => {
    t.throws(() => openNote(text, neumann.verifierKey), refused)
  })
}

for (const [what, key] of Object.entries({
  nothing: '',
  'a verifier key': neumann.verifierKey,
  'a signing key of another kind': neumann.signingKey.replace('+AYEK', '+AoEK'),
  'a signing key with another id': neumann.signingKey.replace('c74f', 'c74e'),
  'a signing key that is cut off': neumann.signingKey.slice(0, -1),
})) {
  test(`${what} is no signing key`, (t) => {
    t.throws(() => readSigningKey(key), { ...refused, message: /Expected a signing key/ })
  })
}

for (const [what, key] of Object.entries({
  nothing: '',
  'a signing key': neumann.signingKey,
  'a key with another id': neumann.verifierKey.replace('c74f', 'c74e'),
  'a key of another kind': neumann.verifierKey.replace('+ARpc', '+Axpc'),
})) {
  test(`${what} is no verifier key`, (t) => {
    t.throws(() => openNote(note, key), { ...refused, message: /Expected a verifier key/ })
  })
}

const checkpoint = {
  origin: 'example.com/behind-the-sofa',
  position: 20_852_163,
  rootHash: Buffer.from('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=', 'base64'),
}
const published = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'

test('a checkpoint is the text that its specification shows', (t) => {
  t.is(checkpointText(checkpoint), published)
  t.deepEqual(readCheckpoint(published), checkpoint)
  t.deepEqual(readCheckpoint(`${published}what others add\n`), checkpoint)
})

for (const text of [
  '',
  'origin\n',
  published.slice(0, -1),
  published.replace('20852163', '020852163'),
  published.replace('20852163', '-1'),
  published.replace('q2I=', 'q2J='),
  published.replace('CsUY', ''),
  published.replace('example.com/behind-the-sofa', ''),
]) {
  test(`${JSON.stringify(text)} is no checkpoint`, (t) => {
    t.throws(() => readCheckpoint(text), { ...refused, message: /Expected a checkpoint/ })
  })
}
