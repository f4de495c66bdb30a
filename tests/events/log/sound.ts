import { createHash } from 'node:crypto'
import type { ExecutionContext } from 'ava'
import { canonical } from '../../../src/events/log/canonical.ts'
import type { FreshLog } from './fresh-log.ts'

type Row = {
  position: number
  stream: string
  version: number
  recordedAt: string
  commandId: string
  commandIndex: number
} & {
  type: string
  userId: string
  actorId: string | null
  data: string
  metadata: string
  hash: string
}

/** Positions 1 … n, versions 1 … n per stream, commands whole, instants that only rise, hashes that are right. */
export async function isSound(t: ExecutionContext, { rows }: Pick<FreshLog, 'rows'>): Promise<Row[]> {
  const events = await rows<Row>(
    `select position, cast(stream as char) as stream, version, cast(type as char) as type, cast(user_id as char) as userId,
     cast(command_id as char) as commandId, command_index as commandIndex, cast(actor_id as char) as actorId,
     concat(replace(recorded_at, ' ', 'T'), 'Z') as recordedAt, data, metadata, lower(hex(hash)) as hash
     from events order by position`,
  )
  const [head] = await rows<{ position: number; recordedAt: string }>(
    `select position, concat(replace(recorded_at, ' ', 'T'), 'Z') as recordedAt from log_head`,
  )
  const versions = new Map<string, number>()
  const parts = new Map<string, number>()
  for (const [index, { hash, ...event }] of events.entries()) {
    const expected = {
      position: index + 1,
      version: (versions.get(event.stream) ?? 0) + 1,
      commandIndex: parts.get(event.commandId) ?? 0,
    }
    versions.set(event.stream, expected.version)
    parts.set(event.commandId, expected.commandIndex + 1)
    t.like(event, expected)
    if (index > 0) t.true(event.recordedAt > events[index - 1]!.recordedAt, `${event.position} is not later`)
    t.is(hash, leafHash(event), `The hash of ${event.position}`)
  }
  t.is(head?.position, events.length)
  if (events.length > 0) t.true(head!.recordedAt >= events.at(-1)!.recordedAt)
  return events
}

function leafHash(event: Omit<Row, 'hash'>): string {
  const whole = { ...event, data: JSON.parse(event.data) as never, metadata: JSON.parse(event.metadata) as never }
  return createHash('sha256').update('\0').update(canonical(whole)).digest('hex')
}
