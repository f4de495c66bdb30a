import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { makeSigningKey, readSigningKey } from '../../src/events/log/merkle/note-key.ts'
import { openSigningKey } from '../../src/ops/signing-key.ts'
import { Unusable } from '../../src/ops/unusable.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const unsaid = (line: string) => {
  throw new Error(line)
}

test('the first start makes a key that only its owner can read, and later ones find it', (t) => {
  const dataDir = join(temporaryFolder(), 'not', 'there')
  const key = openSigningKey({ dataDir }, unsaid)
  t.is(openSigningKey({ dataDir }, unsaid)?.verifierKey, key?.verifierKey)
  t.deepEqual(readdirSync(dataDir), ['signing-key'])
  t.is(statSync(join(dataDir, 'signing-key')).mode & 0o777, 0o600)
  t.is(readSigningKey(readFileSync(join(dataDir, 'signing-key'), 'utf8')).verifierKey, key?.verifierKey ?? '')
})

test('a key that is given counts, and none is made', (t) => {
  const [dataDir, signingKey] = [temporaryFolder(), makeSigningKey('ledger.example.com')]
  t.is(openSigningKey({ dataDir, signingKey }, unsaid)?.name, 'ledger.example.com')
  t.deepEqual(readdirSync(dataDir), [])
})

test('what is no key is named, and not shown', (t) => {
  const dataDir = temporaryFolder()
  const signingKey = 'PRIVATE+KEY+secret'
  const given = t.throws(() => openSigningKey({ dataDir, signingKey }, unsaid), { instanceOf: Unusable })
  t.is(given.message, 'SIGNING_KEY: Expected a signing key: 64 hex digits, or PRIVATE+KEY+<name>+<id>+<base64>')
  writeFileSync(join(dataDir, 'signing-key'), 'secret')
  const found = t.throws(() => openSigningKey({ dataDir }, unsaid), { instanceOf: Unusable })
  t.is(found.message, `${join(dataDir, 'signing-key')}: ${given.message.slice('SIGNING_KEY: '.length)}`)
})

test('where a key cannot be kept none is made, which is said', (t) => {
  const file = join(temporaryFolder(), 'file')
  writeFileSync(file, '')
  const said: string[] = []
  t.is(
    openSigningKey({ dataDir: file }, (line) => said.push(line)),
    undefined,
  )
  t.regex(
    said.join(),
    /^Checkpoints are not signed: set SIGNING_KEY_FILE, or a DATA_DIR that can be written to \(ENOTDIR/,
  )
})
