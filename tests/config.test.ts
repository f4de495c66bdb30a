import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import test from 'ava'
import { readConfig } from '../src/config.ts'
import { Unusable } from '../src/ops/unusable.ts'
import { temporaryFolder } from './temporary-folder.ts'

const url = 'mysql://ledger:secret@db:3306/ledger'

test('without any setting the ledger runs here, on its own database', (t) => {
  t.deepEqual(readConfig({}), {
    port: 3000,
    host: '127.0.0.1',
    allowFirstRun: false,
    dataDir: resolve('data'),
    databaseUrl: undefined,
    databaseAdminUrl: undefined,
    logLevel: 'info',
    waitSeconds: 30,
    drainSeconds: 0,
    releaseCommit: undefined,
    trustProxy: undefined,
    publicUrl: undefined,
    metricsToken: undefined,
    signingKey: undefined,
    checkpoints: { events: 10_000, seconds: 60 },
    accessLogDays: 90,
  })
})

test('a setting that is empty is not set', (t) => {
  const names = [
    'PORT',
    'HOST',
    'ALLOW_FIRST_RUN',
    'DATA_DIR',
    'DATABASE_URL',
    'DATABASE_URL_FILE',
    'LOG_LEVEL',
    'WAIT_SECONDS',
    'DRAIN_SECONDS',
    'RELEASE_COMMIT',
    'TRUST_PROXY',
    'PUBLIC_URL',
    'METRICS_TOKEN',
    'SIGNING_KEY',
    'CHECKPOINT_EVENTS',
    'CHECKPOINT_SECONDS',
    'ACCESS_LOG_DAYS',
  ]
  t.deepEqual(readConfig(Object.fromEntries(names.map((name) => [name, '']))), readConfig({}))
})

test('each setting is read', (t) => {
  const config = readConfig({
    PORT: '0',
    HOST: '0.0.0.0',
    ALLOW_FIRST_RUN: 'true',
    DATA_DIR: '/var/lib/ledger',
    DATABASE_URL: url,
    DATABASE_ADMIN_URL: 'mariadb://root@db/ledger',
    LOG_LEVEL: 'debug',
    WAIT_SECONDS: '120',
    DRAIN_SECONDS: '5',
    RELEASE_COMMIT: 'dcb55ce',
    TRUST_PROXY: '1',
    PUBLIC_URL: 'https://ledger.example.com/',
    METRICS_TOKEN: 'read-the-figures',
    SIGNING_KEY: 'ab'.repeat(32),
    CHECKPOINT_EVENTS: '1000',
    CHECKPOINT_SECONDS: '5',
    ACCESS_LOG_DAYS: '30',
    PATH: '/usr/bin',
  })
  t.deepEqual(config, {
    port: 0,
    host: '0.0.0.0',
    allowFirstRun: true,
    dataDir: '/var/lib/ledger',
    databaseUrl: url,
    databaseAdminUrl: 'mariadb://root@db/ledger',
    logLevel: 'debug',
    waitSeconds: 120,
    drainSeconds: 5,
    releaseCommit: 'dcb55ce',
    trustProxy: 1,
    publicUrl: new URL('https://ledger.example.com'),
    metricsToken: 'read-the-figures',
    signingKey: 'ab'.repeat(32),
    checkpoints: { events: 1000, seconds: 5 },
    accessLogDays: 30,
  })
})

test('the database’s own user migrates unless another one is named', (t) => {
  t.is(readConfig({ DATABASE_URL: url }).databaseAdminUrl, url)
})

const proxies: [value: string, trusted: string | number | boolean][] = [
  ['true', true],
  ['false', false],
  ['2', 2],
  ['loopback', 'loopback'],
  ['10.0.0.0/8, fd00::/8', '10.0.0.0/8, fd00::/8'],
]
for (const [value, trusted] of proxies) {
  test(`TRUST_PROXY may be ${value}`, (t) => {
    t.is(readConfig({ TRUST_PROXY: value }).trustProxy, trusted)
  })
}

const wrong: [name: string, value: string, said: RegExp][] = [
  ['PORT', 'abc', /^The settings cannot be used: PORT: expected a port, 0 to 65535$/],
  ['PORT', '65536', /PORT: expected a port/],
  ['PORT', '-1', /PORT: expected a port/],
  ['PORT', '3000 ', /PORT: expected a port/],
  ['PORT', '3e3', /PORT: expected a port/],
  ['ALLOW_FIRST_RUN', 'yes', /ALLOW_FIRST_RUN: expected true or false$/],
  ['DATABASE_URL', 'db', /DATABASE_URL: expected mysql:\/\/user:password@host:port\/database$/],
  ['DATABASE_URL', 'postgres://db/ledger', /DATABASE_URL: expected mysql:/],
  ['DATABASE_URL', 'mysql://root:secret@db', /DATABASE_URL: expected mysql:/],
  ['DATABASE_URL', 'mysql://root:secret@db/', /DATABASE_URL: expected mysql:/],
  ['DATABASE_ADMIN_URL', 'mysql:secret', /DATABASE_ADMIN_URL: expected mysql:/],
  ['LOG_LEVEL', 'loud', /LOG_LEVEL: expected trace, debug, info, warn, error or silent$/],
  ['WAIT_SECONDS', '0', /WAIT_SECONDS: expected a whole number/],
  ['DRAIN_SECONDS', '-1', /DRAIN_SECONDS: expected seconds, 0 to 999$/],
  ['RELEASE_COMMIT', 'main', /RELEASE_COMMIT: expected the hex digits of a commit$/],
  ['TRUST_PROXY', 'yes', /TRUST_PROXY: expected true, false/],
  ['TRUST_PROXY', '10.0.0.0/33', /TRUST_PROXY: expected true, false/],
  ['TRUST_PROXY', '10.0.0.1,', /TRUST_PROXY: expected true, false/],
  ['PUBLIC_URL', 'ledger.example.com', /PUBLIC_URL: expected https:\/\/… or http:\/\/…$/],
  ['PUBLIC_URL', 'ftp://ledger.example.com', /PUBLIC_URL: expected https/],
  ['METRICS_TOKEN', 'short-secret', /METRICS_TOKEN: expected at least 16 of A-Z/],
  ['METRICS_TOKEN', 'a secret with blanks in it', /METRICS_TOKEN: expected/],
  ['SIGNING_KEY', 'secret', /SIGNING_KEY: expected 64 hex digits, or PRIVATE\+KEY\+…$/],
  ['CHECKPOINT_EVENTS', '0', /CHECKPOINT_EVENTS: expected a whole number, 1 to 999999$/],
  ['CHECKPOINT_SECONDS', '1.5', /CHECKPOINT_SECONDS: expected a whole number/],
  ['DATABASE_URL_FILE', '/nowhere/url', /DATABASE_URL_FILE: \/nowhere\/url cannot be read$/],
]
for (const [name, value, said] of wrong) {
  test(`${name} cannot be ${value}`, (t) => {
    const { message } = t.throws(() => readConfig({ [name]: value }), { instanceOf: Unusable })
    t.regex(message, said)
    t.notRegex(message, /\n|secret/)
  })
}

test('everything that is wrong is said at once', (t) => {
  const { message } = t.throws(() => readConfig({ PORT: 'abc', LOG_LEVEL: 'loud', DATABASE_URL_FILE: '/nowhere' }))
  t.is(
    message,
    'The settings cannot be used: DATABASE_URL_FILE: /nowhere cannot be read; PORT: expected a port, 0 to 65535; ' +
      'LOG_LEVEL: expected trace, debug, info, warn, error or silent',
  )
})

test('a secret may be in a file, with a line end', (t) => {
  const file = join(temporaryFolder(), 'url')
  writeFileSync(file, `${url}\n`)
  t.is(readConfig({ DATABASE_URL_FILE: file }).databaseUrl, url)
  t.is(readConfig({ DATABASE_ADMIN_URL_FILE: file }).databaseAdminUrl, url)
})

test('a secret that is given twice is not guessed', (t) => {
  const file = join(temporaryFolder(), 'url')
  writeFileSync(file, url)
  t.throws(() => readConfig({ DATABASE_URL: url, DATABASE_URL_FILE: file }), {
    message: /DATABASE_URL and DATABASE_URL_FILE are both set: leave one out$/,
  })
})

test('what is in the file is a setting like any other', (t) => {
  const file = join(temporaryFolder(), 'url')
  writeFileSync(file, 'secret')
  const { message } = t.throws(() => readConfig({ DATABASE_URL_FILE: file }))
  t.regex(message, /DATABASE_URL: expected mysql/)
  t.notRegex(message, /secret/)
})
