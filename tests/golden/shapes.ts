import { eventSchemas, type EventType } from '../../src/events/event.ts'
import { schemaOf } from '../../src/events/log/upcasts.ts'
import type { StoredLedger } from './files.ts'

/** Which shapes that the log may hold, in any schema up to today's, are in none of `ledgers`: `UserDeleted 1`. */
export function missingShapes(ledgers: readonly StoredLedger[]): string[] {
  const there = new Set(ledgers.flatMap(({ events }) => events.map(shapeOf)))
  return (Object.keys(eventSchemas) as EventType[])
    .flatMap((type) => Array.from({ length: schemaOf(type) }, (_, before) => `${type} ${before + 1}`))
    .filter((shape) => !there.has(shape))
}

function shapeOf({ type, metadata }: StoredLedger['events'][number]): string {
  const { schema = 1 } = JSON.parse(metadata) as { schema?: number }
  return `${type} ${schema}`
}
