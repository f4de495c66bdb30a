import type { RowDataPacket } from 'mysql2/promise'
import type { Stream } from '../event.ts'
import { Conflict, type Placed } from './append.ts'
import { sqlTimeToInstant } from './instants.ts'
import type { Known } from './plan.ts'
import type { Outcome } from './place.ts'
import type { Request } from './request.ts'

/** What became of requests that are in the log, or remembered, already. */
export function earlierOutcomes(batch: readonly Request[], remembered: RowDataPacket[], done: RowDataPacket[]) {
  const placed = new Map<string, Placed[]>()
  for (const row of done) {
    const { position, version } = row as { position: number; version: number }
    const event = { position: Number(position), version, stream: String(row.stream) as Stream }
    const events = placed.get(String(row.command_id)) ?? []
    events.push({ ...event, recordedAt: sqlTimeToInstant(row.recorded_at as string) })
    placed.set(String(row.command_id), events)
  }
  return batch.map(({ commandId, remember }): Outcome | undefined => {
    const events = placed.get(commandId)
    if (events) return { appended: { position: events.at(-1)?.position ?? 0, events } }
    const row = remembered.find((one) => {
      return remember && String(one.user_id) === remember.userId && String(one.idempotency_key) === remember.key
    })
    if (!row) return undefined
    if (String(row.command_id) !== commandId) return { refused: new Conflict('idempotency key') }
    return { appended: { position: Number(row.position), events: [] } }
  })
}

/** What the database said, with the head locked: it knows everything it was asked. */
export function asRead(versions: RowDataPacket[], claims: RowDataPacket[]): Known {
  const version = new Map(versions.map((row) => [String(row.stream), Number(row.version)]))
  const holders = new Map(
    claims.map((row) => [`${String(row.kind)} ${String(row.value).toLowerCase()}`, String(row.stream)]),
  )
  return {
    version: (stream) => version.get(stream) ?? 0,
    holder: (claim) => (holders.get(claim.key) as Stream | undefined) ?? null,
    others: (claim) => [...holders.keys()].some((key) => key.startsWith(`${claim.kind} `) && key !== claim.key),
  }
}
