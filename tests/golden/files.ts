import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonical } from '../../src/events/log/canonical.ts'
import type { StoredEvent } from '../../src/events/log/leaf-hash.ts'
import { Fingerprints } from './fingerprints.ts'

/** What a ledger's tables hold that cannot be made anew. `keys`, in hexadecimal digits, are for nothing but tests. */
export type StoredLedger = { keys: { [owner: string]: string }; events: (StoredEvent & { hash: string })[] }

const folder = import.meta.dirname

/** The golden ledgers, by the number of their folder, oldest first. */
export function goldenLedgers(): number[] {
  return readdirSync(folder)
    .map(Number)
    .filter((number) => number > 0)
    .sort((one, other) => one - other)
}

export type GoldenFile = 'stored' | 'opened' | 'projections'

export function has(ledger: number, file: GoldenFile): boolean {
  return existsSync(pathOf(ledger, file))
}

export function read(ledger: number, file: GoldenFile): unknown {
  return JSON.parse(readFileSync(pathOf(ledger, file), 'utf8'))
}

export function readStored(ledger: number): StoredLedger {
  return read(ledger, 'stored') as StoredLedger
}

/** Throws if the file is there: what is golden is never overwritten. */
export function write(ledger: number, file: GoldenFile, value: unknown): void {
  mkdirSync(join(folder, String(ledger)), { recursive: true })
  writeFileSync(pathOf(ledger, file), asText(value), { flag: 'wx' })
}

export function readFingerprints(): Fingerprints {
  return Fingerprints.parse(JSON.parse(readFileSync(join(folder, 'schemas.json'), 'utf8')))
}

export function writeFingerprints(fingerprints: Fingerprints): void {
  writeFileSync(join(folder, 'schemas.json'), asText(JSON.parse(canonical(fingerprints))))
}

function pathOf(ledger: number, file: GoldenFile): string {
  return join(folder, String(ledger), `${file}.json`)
}

function asText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
