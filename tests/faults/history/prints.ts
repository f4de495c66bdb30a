import { hash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'
import type { LogRow } from './history.ts'

// An event is compared by prints of it, so that a history of a million sights fits into memory.

/** Of all that is told around an event: where it stands, whose it is, which command's, when, and its hash. */
export function printOfSurroundings(event: Omit<LogRow, 'data' | 'metadata'>): string {
  const { position, stream, version, type, userId, commandId, commandIndex, actorId, recordedAt, hash } = event
  return print([position, stream, version, type, userId, commandId, commandIndex, actorId, recordedAt, hash])
}

/** Of what happened, as somebody asked for it and as it was read again. */
export function printOfContent(event: unknown, metadata: unknown): string {
  return print([event, metadata])
}

function print(value: unknown): string {
  return hash('sha256', canonicalJson(value), 'base64url').slice(0, 16)
}
