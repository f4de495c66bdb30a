import { hash } from 'node:crypto'
import { canonical, type Json } from '../../../src/events/log/canonical.ts'
import { checkpointText } from '../../../src/events/log/merkle/checkpoint-text.ts'
import { makeSigningKey, readSigningKey } from '../../../src/events/log/merkle/note-key.ts'
import { grow, noLeaves, rootOf } from '../../../src/events/log/merkle/tree.ts'

/** A key for nothing but tests: its seed is 32 times 7. */
export const testKey = readSigningKey(makeSigningKey('ledger.example.com', Buffer.alloc(32, 7)))

export type Members = { [name: string]: Json }
export type Hashed = Members & { hash: string }

/** A whole export of `events`, right in all that can be made right by whoever has the key: hashes, tree and signature. */
export function exportOf(events: readonly Members[], key = testKey): Buffer {
  const hashed = events.map(withHash)
  const lines = [...hashed, { checkpoint: noteOf(hashed, key) }]
  return Buffer.from(lines.map((line) => `${canonical(line)}\n`).join(''))
}

/** The events of an export, without their hashes. */
export function eventsIn(file: Buffer): Members[] {
  const lines = file.toString().split('\n').slice(0, -2)
  return lines.map((line) => {
    const { hash: _hash, ...event } = JSON.parse(line) as Members
    return event
  })
}

/** A signed checkpoint of `events`, which have their hashes. */
export function noteOf(events: readonly Hashed[], { name, sign } = testKey): string {
  const leaves = events.map((event) => Buffer.from(event.hash, 'hex'))
  const rootHash = rootOf(grow(noLeaves, leaves))
  return sign(checkpointText({ origin: name, position: leaves.length, rootHash }))
}

export function withHash(event: Members): Hashed {
  return { ...event, hash: hash('sha256', `\0${canonical(event)}`) }
}
