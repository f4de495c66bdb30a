import { hash } from 'node:crypto'
import type { Instant } from '../calendar.ts'

/** An event as it is stored. `data` and `metadata` are canonical JSON texts. */
export type StoredEvent = {
  position: number
  stream: string
  version: number
  type: string
  userId: string
  commandId: string
  commandIndex: number
  actorId: string | null
  recordedAt: Instant
  data: string
  metadata: string
}

/** The canonical JSON of a whole event: what is hashed, and a line of the audit export without its `hash`. */
export function canonicalEvent(event: StoredEvent): string {
  // Ids, types and instants are plain ASCII without quotes; the names stand in canonical order already.
  return (
    `{"actorId":${event.actorId === null ? 'null' : `"${event.actorId}"`},"commandId":"${event.commandId}",` +
    `"commandIndex":${event.commandIndex},"data":${event.data},"metadata":${event.metadata},` +
    `"position":${event.position},"recordedAt":"${event.recordedAt}","stream":"${event.stream}",` +
    `"type":"${event.type}","userId":"${event.userId}","version":${event.version}}`
  )
}

/** The RFC 6962 leaf hash of an event: SHA-256 of a zero byte and its canonical JSON, 64 lower-case hex digits. */
export function leafHash(event: StoredEvent): string {
  return hash('sha256', `\0${canonicalEvent(event)}`)
}
