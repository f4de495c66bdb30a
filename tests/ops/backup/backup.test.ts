import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { readConfig } from '../../../src/config.ts'
import { isMigrated, migrate } from '../../../src/events/log/migrate.ts'
import { backUp } from '../../../src/ops/backup/backup.ts'
import { keptTables, leftOut } from '../../../src/ops/backup/kept-tables.ts'
import { openDatabase } from '../../../src/ops/database.ts'
import { openErasedList } from '../../../src/ops/erased-list.ts'
import { openLedger } from '../../../src/ops/ledger.ts'
import { tableNames } from '../../../src/projections/projections.ts'
import { freshDatabase } from '../../database.ts'
import { ana, ben } from '../../examples.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { runVerb } from '../ledger-process.ts'
import { contentOf, emptyPlace, killedWhileRestoring, livedIn, newFile, restored, rowsIn } from './backed-up.ts'

const PASSPHRASE = 'several words that nobody guesses'

test.serial(
  'a backup made while commands go on is the ledger as of one position, and is restored as that',
  async (t) => {
    const lived = await livedIn(t)
    const file = newFile()
    let isOver = false
    const recording = (async () => {
      while (!isOver) await Promise.all([lived.record(ana), lived.record(ben)])
    })()
    const { position, rootHash, bytes } = await backUp(lived.url, file, { passphrase: PASSPHRASE })
    const after = await lived.record()
    isOver = true
    await recording
    t.true(position > 80 && position < after)
    t.is(bytes, statSync(file).size)
    t.is(statSync(file).mode & 0o777, 0o600)
    t.notRegex(readFileSync(file, 'latin1'), /argon2|ExpenseRecorded/)

    const there = await restored(file, { passphrase: PASSPHRASE })
    t.like(there, { kind: 'backup', position, rootHash, erased: [] })
    t.deepEqual(await contentOf(there.url, position), await contentOf(lived.url, position))
    t.deepEqual(await rowsIn(there.url, 'select position from log_head'), [{ position }] as never)
    t.deepEqual(await rowsIn(there.url, 'select * from sessions union select * from sessions'), [])
  },
)

test.serial(
  'a backup that was cut short or altered anywhere, or opened with another passphrase, leaves the ledger empty',
  async (t) => {
    const { url } = await livedIn(t, { expenses: 5 })
    const place = await emptyPlace()
    const [plain, encrypted] = [newFile('plain'), newFile('encrypted')]
    await backUp(url, plain)
    await backUp(url, encrypted, { passphrase: PASSPHRASE })

    const bytes = { plain: readFileSync(plain), encrypted: readFileSync(encrypted) }
    const flipped = (whole: Buffer, at: number) =>
      Buffer.from(whole.map((byte, index) => (index === at ? byte ^ 1 : byte)))
    const cut = (whole: Buffer, share: number) => whole.subarray(0, Math.floor(whole.length * share))
    const places = [0, 3, 9, ...[0.1, 0.5, 0.9].map((share) => Math.floor(share * bytes.plain.length))]
    const altered: [what: string, file: Buffer, passphrase?: string][] = [
      ...[...places, bytes.plain.length - 6, bytes.plain.length - 1].map((at): [string, Buffer] => [
        `byte ${at}`,
        flipped(bytes.plain, at),
      ]),
      ...[0, 0.5, 0.99].map((share): [string, Buffer] => [`cut at ${share}`, cut(bytes.plain, share)]),
      ['something added', Buffer.concat([bytes.plain, Buffer.from('more')])],
      ['itself again', Buffer.concat([bytes.plain, bytes.plain])],
      ['encrypted, another passphrase', bytes.encrypted, `${PASSPHRASE}.`],
      ['encrypted, cut', bytes.encrypted.subarray(0, -100), PASSPHRASE],
    ]
    const file = newFile('altered')
    for (const [what, content, passphrase] of altered) {
      writeFileSync(file, content)
      const refusal = await t.throwsAsync(restored(file, { passphrase }, place), undefined, what)
      t.regex(refusal?.name ?? '', /^(Unusable|Altered|Flaw)$/, `${what}: ${refusal?.message}`)
    }
    const left = await rowsIn(
      place.url,
      `select (select count(*) from events) as events, (select count(*) from \`keys\`) as secrets,
    (select count(*) from restoring) as restoring, (select position from log_head) as position`,
    )
    t.deepEqual(left, [{ events: 0, secrets: 0, restoring: 0, position: 0 }] as never)
    for (const whole of [plain, encrypted]) await restored(whole, { passphrase: PASSPHRASE })
  },
)

test.serial('a point in time is restored with what there was then: by position and by instant the same', async (t) => {
  const lived = await livedIn(t, { expenses: 3 })
  const { position } = await lived.ledger.log.head()
  const then = await contentOf(lived.url, position)
  await lived.record()
  await lived.remove(ben)
  const file = newFile()
  await backUp(lived.url, file)
  const [last] = await rowsIn(lived.url, 'select recorded_at from events where position = ?', [position])
  const instant = `${String(last?.recorded_at).replace(' ', 'T')}Z`
  for (const to of [String(position), instant]) {
    const there = await restored(file, { to })
    t.is(there.position, position)
    t.deepEqual(await contentOf(there.url, position), then)
  }
  const nobody = await restored(file, { to: '1' })
  t.deepEqual((await contentOf(nobody.url, position)).credentials?.length, 1)
  await t.throwsAsync(restored(file, { to: 'yesterday' }), { message: /^--to: expected a position, or an instant/ })
})

test.serial(
  'who was erased since an older backup was made stays so: without the key, by an event of today',
  async (t) => {
    const lived = await livedIn(t, { expenses: 2 })
    const older = newFile()
    await backUp(lived.url, older)
    await lived.erase(ben, 'Ben Okafor')
    const newer = newFile('newer')
    const { position } = await backUp(lived.url, newer)

    const dataDir = temporaryFolder()
    openErasedList(dataDir).add(ben)
    const cases = [
      await restored(older, { dataDir }),
      // The newer one knows of the erasure, but is restored as of before.
      await restored(newer, { to: String(position - 3) }),
    ]
    for (const { url, erased, kept } of cases) {
      t.deepEqual([erased, kept], [[ben], []])
      t.deepEqual(await rowsIn(url, `select owner from \`keys\` where owner = '${ben}'`), [])
      t.deepEqual(await rowsIn(url, `select user_id from credentials where user_id = '${ben}'`), [])
      const ledger = await openLedger(url)
      t.teardown(() => ledger.close())
      t.like((await ledger.log.readAfter(0, 1_000)).at(-1), { event: { type: 'UserErased', userId: ben } })
      t.true((await ledger.projections.check()).ok)
      t.false(JSON.stringify(await ledger.log.readAfter(0, 1_000)).includes('Ben’s words'))
    }
    const whole = await restored(newer)
    t.deepEqual(await contentOf(whole.url, position), await contentOf(lived.url, position))
  },
)

test.serial('a restore that was killed leaves no ledger, and goes well the next time', async (t) => {
  const lived = await livedIn(t)
  const file = newFile()
  await backUp(lived.url, file)
  const place = await emptyPlace()
  const env = { DATABASE_URL: place.url, DATA_DIR: temporaryFolder() }
  await killedWhileRestoring(t, file, env)
  const between = await runVerb(t, ['check'], env)
  t.is(between.code, 1)
  t.true(between.said.endsWith('The ledger is only half restored: run restore again, or wait until it is done\n'))
  const again = await runVerb(t, ['restore', file, '--json'], env)
  t.is(again.code, 0, again.said)
  const { position } = await lived.ledger.log.head()
  t.like(JSON.parse(again.answered), { kind: 'backup', position })
  t.deepEqual(await contentOf(place.url, position), await contentOf(lived.url, position))
})

test.serial('an export with keys makes the same ledger elsewhere; one without is refused', async (t) => {
  const { url, ledger } = await livedIn(t, { expenses: 3 })
  const { position } = await ledger.log.head()
  const folder = temporaryFolder()
  const env = { DATABASE_URL: url, DATA_DIR: folder, SIGNING_KEY: '07'.repeat(32) }
  const [file, keyless] = [join(folder, 'with-keys'), join(folder, 'without')]
  const signed = await runVerb(t, ['export', file, '--with-keys'], env)
  t.is(signed.code, 0, signed.said)
  await runVerb(t, ['export', keyless], env)
  const there = await restored(file)
  t.like(there, { kind: 'export', position })
  const [here, copy] = [await contentOf(url, position), await contentOf(there.url, position)]
  t.deepEqual(copy.events, here.events)
  // Claims are made under the key of the ledger they are in.
  const held = (claims = here.claims) => claims?.map(({ kind, stream }) => `${kind} ${stream}`).sort()
  t.deepEqual(held(copy.claims), held())
  t.deepEqual(copy.credentials, [])
  const told = async (verb: string, at: string) => {
    const env = { DATABASE_URL: at, DATA_DIR: temporaryFolder() }
    const { code, answered, said } = await runVerb(t, [verb, '--json'], env)
    t.is(code, 0, said)
    return JSON.parse(answered) as unknown
  }
  const verdict = { ok: true, events: position, head: there.rootHash }
  t.deepEqual([await told('verify', url), await told('verify', there.url)], [verdict, verdict])
  t.deepEqual(await told('check', there.url), { ok: true, differences: [] })
  await t.throwsAsync(restored(keyless), { message: /^This export has no keys/ })
})

test.serial(
  'an upgrade that migrates saves the ledger first, once, and is not taken for done while it is half done',
  async (t) => {
    const { url, ledger } = await livedIn(t, { expenses: 2 })
    const { position } = await ledger.log.head()
    const [content, dataDir] = [await contentOf(url, position), temporaryFolder()]
    const said: string[] = []
    const open = () => openDatabase(readConfig({ DATABASE_URL: url, DATA_DIR: dataDir }), (line) => said.push(line))
    const noted = 'select cast(name as char) as name from schema_migrations where number = 10'
    await open()
    t.false(existsSync(join(dataDir, 'backups')))

    await rowsIn(url, 'delete from schema_migrations where number = 10')
    await open()
    const [saved = ''] = readdirSync(join(dataDir, 'backups'))
    t.regex(said.join('\n'), /Backed up \d+ events before migrating: .*\.backup\nMigrating the database: restoring$/m)
    t.deepEqual(await contentOf((await restored(join(dataDir, 'backups', saved))).url, position), content)

    await rowsIn(url, `update schema_migrations set name = 'begun: restoring' where number = 10`)
    t.false(await isMigrated(url))
    await open()
    t.deepEqual(readdirSync(join(dataDir, 'backups')), [saved])
    t.deepEqual(await rowsIn(url, noted), [{ name: 'restoring' }] as never)

    // A later release finishes what was begun, and saves the ledger before what it begins itself.
    await rowsIn(url, `update schema_migrations set name = 'begun: limits' where number = 8`)
    await rowsIn(url, 'delete from schema_migrations where number = 10')
    said.length = 0
    await open()
    t.regex(
      said.join('\n'),
      /^Migrating the database: limits\n(.*\n)*Backed up \d+ events before .*\nMigrating the database: restoring$/m,
    )
    t.is(readdirSync(join(dataDir, 'backups')).length, 2)

    for (let count = 0; count < 3; count++) {
      await rowsIn(url, 'delete from schema_migrations where number = 10')
      await open()
    }
    const kept = readdirSync(join(dataDir, 'backups'))
    t.is(kept.length, 3)
    t.false(kept.includes(saved))
    for (const name of kept) {
      const there = await restored(join(dataDir, 'backups', name))
      t.deepEqual(await contentOf(there.url, position), content)
    }
    await rowsIn(url, `insert into schema_migrations (number, name) values (999, 'begun: future')`)
    await t.throwsAsync(open(), { message: /newer Expense Ledger/ })
  },
)

const refused: [what: string, args: (file: string) => string[], said: RegExp][] = [
  ['no file', () => ['backup'], /^Which file\? Expected: backup <new file>$/m],
  ['a file that is there', (file) => ['backup', file], /exists already: give the name of a new file$/m],
  ['no such folder', () => ['backup', '/nowhere/ledger'], /^There is no folder \/nowhere$/m],
  [
    'a short passphrase',
    (file) => ['backup', `${file}.new`, '--passphrase-file', '/dev/null'],
    /at least 12 characters/,
  ],
  ['no such passphrase file', (file) => ['backup', `${file}.new`, '--passphrase-file', '/nowhere'], /cannot be read/],
  [
    'a passphrase as an argument',
    (file) => ['backup', `${file}.new`, '--passphrase=secret'],
    /does not take an argument/,
  ],
  ['a file that is not there', () => ['restore', '/nowhere/ledger'], /^There is no file \/nowhere\/ledger$/m],
  [
    'a file of something else',
    () => ['restore', '/etc/hostname'],
    /is neither a backup of a ledger nor an export of one/,
  ],
  ['a ledger that is not empty', (file) => ['restore', file], /^There is a ledger of \d+ events here already/m],
]
test.serial('what cannot be done is said in one line, and nothing is changed', async (t) => {
  const { url, ledger } = await livedIn(t, { expenses: 1 })
  const file = newFile()
  await backUp(url, file)
  const { position } = await ledger.log.head()
  const content = await contentOf(url, position)
  for (const [what, args, said] of refused) {
    const outcome = await runVerb(t, args(file), { DATABASE_URL: url, DATA_DIR: temporaryFolder() })
    t.is(outcome.code, 1, what)
    t.regex(outcome.said, said, what)
    t.notRegex(outcome.said, /\.ts:\d+/, what)
  }
  const inUse = await emptyPlace()
  const serving = await openLedger(inUse.url)
  t.teardown(() => serving.close())
  await t.throwsAsync(restored(file, {}, inUse), { message: /^The ledger is in use/ })
  t.deepEqual(await rowsIn(inUse.url, 'select id from restoring'), [])
  t.deepEqual(await contentOf(url, position), content)
  t.is((await restored(file)).position, position)
})

test.serial('every durable table is in a backup, or there is a reason why not', async (t) => {
  const url = await freshDatabase()
  await migrate(url)
  const rows = await rowsIn(
    url,
    'select table_name as name from information_schema.tables where table_schema = database()',
  )
  const known = [...Object.keys(keptTables), ...Object.keys(leftOut)]
  const unknown = rows.map(({ name }) => String(name)).filter((name) => !known.includes(name))
  t.deepEqual(
    unknown.filter((name) => !tableNames.includes(name)),
    [],
  )
})
