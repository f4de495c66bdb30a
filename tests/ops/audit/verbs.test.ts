import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test, { type ExecutionContext } from 'ava'
import { makeSigningKey, readSigningKey } from '../../../src/events/log/merkle/note-key.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { runVerb } from '../ledger-process.ts'
import { auditedLog } from './audited-log.ts'
import { testKey } from './forged.ts'

const SIGNING_KEY = makeSigningKey('ledger.example.com', Buffer.alloc(32, 7))
const golden = new URL('../../golden-audit/', import.meta.url)
const exportFile = new URL('export.ndjson', golden).pathname

/** A verb as an auditor runs it, who has neither a database nor the ledger's folder. */
const audit = (t: ExecutionContext, ...args: string[]) => runVerb(t, args, { DATA_DIR: '/nowhere', DATABASE_URL: '' })

test('an auditor proves an export with nothing but the file and the public key', async (t) => {
  const publicKey = join(temporaryFolder(), 'public-key')
  writeFileSync(publicKey, `${testKey.verifierKey}\n`)
  for (const key of [testKey.verifierKey, publicKey]) {
    const { code, said } = await audit(t, 'verify', exportFile, '--key', key)
    t.is(
      said,
      'All 22 events are as they were recorded. Their root hash: R6BlYRNrhvQwxGWwcLPsmpvzQNLJa0bAxxR3OgAMuHs=\n',
    )
    t.is(code, 0)
  }
  const { answered } = await audit(t, 'verify', exportFile, '--key', testKey.verifierKey, '--json')
  t.deepEqual(JSON.parse(answered), { ok: true, events: 22, head: 'R6BlYRNrhvQwxGWwcLPsmpvzQNLJa0bAxxR3OgAMuHs=' })
})

test('what is wrong with an export, or with what was asked, is said in one line', async (t) => {
  const folder = temporaryFolder()
  const cut = join(folder, 'cut.ndjson')
  writeFileSync(cut, readFileSync(exportFile).subarray(0, 5_000))
  const other = readSigningKey(makeSigningKey('ledger.example.com')).verifierKey
  const key = ['--key', testKey.verifierKey]
  const asked: [args: string[], said: RegExp][] = [
    [[cut, ...key], /^Position 8: line 8: the file is cut off here: expected a whole line\n$/],
    [
      [exportFile, '--key', other],
      /^Position 23: line 23: Expected a signature by ledger\.example\.com\+[0-9a-f]{8}\n$/,
    ],
    [[exportFile], /^Expected --key with the public key of the ledger: <name>\+<id>\+<base64>\n$/],
    [[exportFile, '--key', 'a+00000000+b'], /^--key: Expected a verifier key: <name>\+<id>\+<base64>\n$/],
    [[join(folder, 'none'), ...key], /^\S+none cannot be read \(.*\)\n$/],
    [[folder, ...key], /^\S+ cannot be read \(.*\)\n$/],
    [[exportFile, '--key', join(folder, 'none')], /^--key: \S+none cannot be read \(.*\)\n$/],
    [
      [exportFile, ...key, '--checkpoint', cut],
      /^\S+cut\.ndjson: Expected a checkpoint: a signed note, or JSON with one\n$/,
    ],
  ]
  for (const [args, expected] of asked) {
    const { code, said } = await audit(t, 'verify', ...args)
    t.regex(said, expected)
    t.is(code, 1)
  }
  const { answered } = await audit(t, 'verify', cut, ...key, '--json')
  t.deepEqual(JSON.parse(answered), {
    ok: false,
    position: 8,
    problem: 'line 8: the file is cut off here: expected a whole line',
  })
})

test('a ledger is verified and exported where it runs', async (t) => {
  const log = await auditedLog(t)
  const folder = temporaryFolder()
  const env = { DATABASE_URL: log.url, SIGNING_KEY }
  const run = (...args: string[]) => runVerb(t, args, env)
  const kept = join(folder, 'checkpoint')
  writeFileSync(kept, log.note)

  t.like(await run('verify', '--checkpoint', kept), { code: 0 })
  const file = join(folder, 'log.ndjson')
  const { code, said } = await run('export', file)
  t.true(said.endsWith(`Exported 281 events. What proves them: verify <file> --key ${testKey.verifierKey}\n`), said)
  t.is(code, 0)
  t.is(statSync(file).mode & 0o777, 0o600)
  t.is((await run('export')).answered, readFileSync(file, 'utf8'))
  t.regex((await run('export', file)).said, /log\.ndjson cannot be made/)
  t.like(await audit(t, 'verify', file, '--key', testKey.verifierKey, '--checkpoint', kept), { code: 0 })

  await log.rows('delete from events where position > 150')
  await log.rows('update log_head set position = 150')
  const rolledBack = await run('verify', '--checkpoint', kept, '--json')
  t.is(rolledBack.code, 1)
  t.like(JSON.parse(rolledBack.answered), { ok: false, position: 151 })
})

test('what is exported with another key than before is what was signed before, which is said', async (t) => {
  const log = await auditedLog(t)
  await log.append(1)
  const file = join(temporaryFolder(), 'log.ndjson')
  const env = { DATABASE_URL: log.url, SIGNING_KEY: makeSigningKey('elsewhere.example.com') }
  const { code, said } = await runVerb(t, ['export', file], env)
  t.is(code, 0)
  t.regex(said, /^The log is exported as it was signed before: the key here is elsewhere\.example\.com/m)
  t.true(said.endsWith(`Exported 281 events. What proves them: verify <file> --key ${testKey.verifierKey}\n`), said)
  t.like(await audit(t, 'verify', file, '--key', testKey.verifierKey), { code: 0 })
})

test('with the keys, an export can be read, and each key is proven by what it opens', async (t) => {
  const { url, pool } = await auditedLog(t)
  const file = join(temporaryFolder(), 'log.ndjson')
  t.like(await runVerb(t, ['export', file, '--with-keys'], { DATABASE_URL: url, SIGNING_KEY }), { code: 0 })
  const [written] = await pool.query('select cast(type as char) as type from access_log')
  t.deepEqual(written, [{ type: 'LogExported' }] as never)
  const text = readFileSync(file, 'utf8')
  t.regex(text, /^\{"keys":\{"[0-9a-f-]{36}":"[A-Za-z0-9+/]{43}="\}\}\n\{"actorId"/)
  t.like(await audit(t, 'verify', file, '--key', testKey.verifierKey), { code: 0 })
  const other = text.replace(/":"[A-Za-z0-9+/]/, (found) => (found.endsWith('A') ? '":"B' : '":"A'))
  writeFileSync(file, other)
  const { code, said } = await audit(t, 'verify', file, '--key', testKey.verifierKey)
  t.is(code, 1)
  t.regex(said, /^Position 1: line 2: the sealed text does not open under the key of \S+ that the file brings\n$/)
})
