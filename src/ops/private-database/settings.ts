import { totalmem } from 'node:os'
import type { Kind, Server } from './find-server.ts'
import type { Place } from './place.ts'

type Settings = Record<string, string | number>

const MB = 1024 * 1024

/**
 * Megabytes that the database may keep pages in: an eighth of what the machine, or the container, has. It takes them as they fill;
 * a list of a million expenses is 350.
 */
export function pageMemory(): number {
  const allowed = process.constrainedMemory() || Infinity
  const eighth = Math.floor(Math.min(totalmem(), allowed) / 8 / MB)
  return Math.min(2_048, Math.max(128, eighth))
}

/** What both servers are told; option names checked in MariaDB 10.11 and in the manual of MySQL 8.4. */
const both: Settings = {
  'character-set-server': 'utf8mb4',
  'innodb-buffer-pool-size': `${pageMemory()}M`,
  'innodb-flush-log-at-trx-commit': 1, // an answered command survives a power cut
  'max-allowed-packet': '64M',
  'max-connections': 200,
  'performance-schema': 'OFF',
}

const ofKind: Record<Kind, Settings> = {
  MariaDB: { 'innodb-log-file-size': '256M' },
  MySQL: { 'innodb-redo-log-capacity': '256M', mysqlx: 'OFF', 'secure-file-priv': 'NULL' },
}

/** Little memory, and room for the connections of all tests that run at the same time. */
const shared: Settings = {
  'innodb-buffer-pool-size': '256M',
  'innodb-flush-log-at-trx-commit': 0,
  'max-connections': 1_000,
}

/** For tests: a power cut may lose everything, and nothing waits for the disk. */
const fleeting: Record<Kind, Settings> = {
  MariaDB: { ...shared, 'innodb-doublewrite': 'OFF', 'debug-no-sync': 'ON' },
  MySQL: { ...shared, 'innodb-doublewrite': 'OFF', 'innodb-flush-method': 'nosync' },
}

/** The whole command line: nothing is read from the machine's own configuration, nothing listens on the network. */
export function serverArguments({ kind }: Server, place: Place, durable: boolean): string[] {
  const settings = { ...both, ...ofKind[kind], ...(durable ? {} : fleeting[kind]) }
  return [
    ...firstArguments(place.data, place),
    `--socket=${place.socket}`,
    '--skip-networking',
    '--skip-log-bin',
    ...Object.entries(settings).map(([name, value]) => `--${name}=${value}`),
  ]
}

/** `--no-defaults` has to come first. Run by root a server insists on being told so. */
export function firstArguments(data: string, { temporary }: Place): string[] {
  const user = process.getuid?.() === 0 ? ['--user=root'] : []
  return ['--no-defaults', `--datadir=${data}`, `--tmpdir=${temporary}`, ...user]
}
