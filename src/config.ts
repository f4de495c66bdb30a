import { readFileSync } from 'node:fs'
import { isIP, isIPv6 } from 'node:net'
import { resolve } from 'node:path'
import * as z from 'zod'
import { Unusable } from './ops/unusable.ts'

const databaseUrl = z.string().refine(isDatabaseUrl, { error: 'expected mysql://user:password@host:port/database' })

const wholeNumber = z
  .string()
  .regex(/^[1-9]\d{0,5}$/, { error: 'expected a whole number, 1 to 999999' })
  .transform(Number)

const flags = new Map([
  ['true', true],
  ['false', false],
])
const RANGES = new Set(['loopback', 'linklocal', 'uniquelocal'])

/** Every setting, its default and what it must be. The environment is read here and nowhere else. */
export const Settings = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'expected a port, 0 to 65535' })
    .transform(Number)
    .refine((port) => port <= 65_535, { error: 'expected a port, 0 to 65535' })
    .default(3000)
    .describe('the port to listen on; 0 is any free one'),
  HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('the address to listen on; 0.0.0.0 is every one, for containers and behind a proxy elsewhere'),
  ALLOW_FIRST_RUN: z
    .enum(['true', 'false'], { error: 'expected true or false' })
    .transform((value) => value === 'true')
    .default(false)
    .describe(
      'whether it may be open to others than this machine while nobody has registered: whoever comes first is its admin',
    ),
  DATA_DIR: z
    .string()
    .min(1)
    .default('data')
    .describe(
      'the folder of the private database, of the key that signs if none is given, and of the list of the erased',
    ),
  DATABASE_URL: databaseUrl
    .optional()
    .describe('the account that serves, of MySQL 8.4 or MariaDB 10.11; without it the ledger runs a private server'),
  DATABASE_ADMIN_URL: databaseUrl
    .optional()
    .describe(
      'the account that migrates: it makes tables, the serving account and its rights; else that of DATABASE_URL',
    ),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
      error: 'expected trace, debug, info, warn, error or silent',
    })
    .default('info')
    .describe(
      'which lines go to standard output, as JSON: `info` has one for each request that changes something, `debug` for each',
    ),
  WAIT_SECONDS: wholeNumber
    .default(30)
    .describe('how long a start waits for the database server, its tables and the rights to them, before it gives up'),
  DRAIN_SECONDS: z
    .string()
    .regex(/^\d{1,3}$/, { error: 'expected seconds, 0 to 999' })
    .transform(Number)
    .default(0)
    .describe(
      'how long it goes on serving when told to stop, not ready any more, so that a proxy before it can turn away; three times as long if requests still come',
    ),
  RELEASE_COMMIT: z
    .string()
    .regex(/^[0-9a-f]{7,64}$/, { error: 'expected the hex digits of a commit' })
    .optional()
    .describe('the commit that this was built from, as /healthz says it; the image sets it'),
  TRUST_PROXY: z
    .string()
    .refine(isTrust, { error: 'expected true, false, a number of proxies, or addresses such as 10.0.0.0/8, loopback' })
    .transform((value) => (/^\d+$/.test(value) ? Number(value) : (flags.get(value) ?? value)))
    .optional()
    .describe('how many proxies to believe about who asks, or their addresses: Express’s `trust proxy`'),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/-]{16,}=*$/, { error: 'expected at least 16 of A-Z a-z 0-9 - . _ ~ + /' })
    .optional()
    .describe(
      'who sends it as `Authorization: Bearer …` may read /metrics; without it they are for this machine alone',
    ),
  SIGNING_KEY: z
    .string()
    .regex(/^([0-9a-f]{64}|PRIVATE\+KEY\+\S+)$/, { error: 'expected 64 hex digits, or PRIVATE+KEY+…' })
    .optional()
    .describe('signs checkpoints of the log, the same for all replicas; without it one is made in DATA_DIR'),
  CHECKPOINT_EVENTS: wholeNumber.default(10_000).describe('after how many events a checkpoint is signed'),
  CHECKPOINT_SECONDS: wholeNumber
    .default(60)
    .describe('how many seconds after an event a checkpoint is signed at the latest'),
  ACCESS_LOG_DAYS: wholeNumber
    .default(90)
    .describe('after how many days what the access log says of sign-ins, from where, is forgotten'),
  PUBLIC_URL: z
    .string()
    .refine((url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol), {
      error: 'expected https://… or http://…',
    })
    .transform((url) => new URL(url))
    .optional()
    .describe(
      'where browsers find it, if not where it listens; with https, cookies are `Secure` and browsers stay there',
    ),
})

function isDatabaseUrl(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, pathname } = new URL(url)
  return /^(mysql|mariadb):$/.test(protocol) && hostname !== '' && pathname.length > 1
}

/** What Express takes for `trust proxy`. */
function isTrust(value: string): boolean {
  const parts = value.split(',').map((part) => part.trim())
  return /^\d+$/.test(value) || flags.has(value) || parts.every((part) => RANGES.has(part) || isAddress(part))
}

function isAddress(part: string): boolean {
  const [address = '', bits, ...rest] = part.split('/')
  const most = isIPv6(address) ? 128 : 32
  return isIP(address) > 0 && rest.length === 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most))
}

/** The settings that may also be given as `…_FILE`, the path of a file that holds them. */
export const SECRETS = ['DATABASE_URL', 'DATABASE_ADMIN_URL', 'METRICS_TOKEN', 'SIGNING_KEY'] as const

export type Config = ReturnType<typeof readConfig>

/** The settings in `environment`. Throws `Unusable` that names everything that is wrong with them. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>) {
  const problems: string[] = []
  const given: Record<string, string | undefined> = {}
  // A setting that is empty is not set: compose files and CI systems pass them on like that.
  for (const name of Object.keys(Settings.shape)) given[name] = environment[name] || undefined
  for (const name of SECRETS) {
    const file = environment[`${name}_FILE`]
    if (!file) continue
    if (given[name]) problems.push(`${name} and ${name}_FILE are both set: leave one out`)
    else given[name] = readSecret(file, problems, name)
  }
  const result = Settings.safeParse(given)
  problems.push(...(result.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`))
  if (problems.length > 0 || !result.data) throw new Unusable(`The settings cannot be used: ${problems.join('; ')}`)
  const settings = result.data
  return {
    port: settings.PORT,
    host: settings.HOST,
    allowFirstRun: settings.ALLOW_FIRST_RUN,
    dataDir: resolve(settings.DATA_DIR),
    databaseUrl: settings.DATABASE_URL,
    databaseAdminUrl: settings.DATABASE_ADMIN_URL ?? settings.DATABASE_URL,
    logLevel: settings.LOG_LEVEL,
    waitSeconds: settings.WAIT_SECONDS,
    drainSeconds: settings.DRAIN_SECONDS,
    releaseCommit: settings.RELEASE_COMMIT,
    trustProxy: settings.TRUST_PROXY,
    publicUrl: settings.PUBLIC_URL,
    metricsToken: settings.METRICS_TOKEN,
    accessLogDays: settings.ACCESS_LOG_DAYS,
    signingKey: settings.SIGNING_KEY,
    checkpoints: { events: settings.CHECKPOINT_EVENTS, seconds: settings.CHECKPOINT_SECONDS },
  }
}

function readSecret(file: string, problems: string[], name: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim() || undefined
  } catch {
    problems.push(`${name}_FILE: ${file} cannot be read`)
    return undefined
  }
}
