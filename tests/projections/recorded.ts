import { streamOf, type LedgerEvent, type Recorded, type Stream } from '../../src/events/event.ts'
import type { UserId } from '../../src/events/ids.ts'
import { toInstant } from '../../src/events/log/instants.ts'
import { metadata } from '../examples.ts'

/** Noon, and a microsecond more for each position. */
export const at = (position: number) => toInstant(Date.parse('2026-11-23T12:00:00Z') * 1000 + position)

/** `events` as the log keeps them, from position 1 on. */
export function recorded(events: readonly LedgerEvent[], actorId: UserId | null = null): Recorded[] {
  const versions = new Map<Stream, number>()
  return events.map((event, index) => {
    const stream = streamOf(event)
    const version = (versions.get(stream) ?? 0) + 1
    versions.set(stream, version)
    const position = index + 1
    const command = { commandId: `command ${position}`, commandIndex: 0, actorId, metadata, hash: '' }
    return { position, stream, version, recordedAt: at(position), ...command, event }
  })
}
