import * as z from 'zod'
import type { Instant } from './calendar.ts'
import { CategoryEvent, categoryStream } from './category.ts'
import { ExpenseEvent, expenseStream } from './expense.ts'
import { UserEvent, userStream } from './user.ts'
import type { UserId } from './ids.ts'

/** Everything that can happen. A `type` is the storage format: never rename one, add a new one. */
export const LedgerEvent = z.discriminatedUnion('type', [UserEvent, CategoryEvent, ExpenseEvent])
export type LedgerEvent = z.infer<typeof LedgerEvent>
export type EventType = LedgerEvent['type']

const schemas = [...UserEvent.options, ...CategoryEvent.options, ...ExpenseEvent.options]
/** The schema of each type of event. */
export const eventSchemas = Object.fromEntries(schemas.map((schema) => [schema.shape.type.value, schema])) as {
  [S in (typeof schemas)[number] as z.infer<S>['type']]: S
}
export const eventTypes = Object.keys(eventSchemas) as EventType[]

export type Stream =
  ReturnType<typeof userStream> | ReturnType<typeof categoryStream> | ReturnType<typeof expenseStream>

/** Where an event came from: a session cookie, a token, an import or the command line. */
export const Origin = z.enum(['web', 'api', 'import', 'cli'])
export type Origin = z.infer<typeof Origin>

/** Nothing personal: addresses and browsers belong in the access log. */
export const Metadata = z.strictObject({ correlationId: z.string(), origin: Origin, batch: z.string().optional() })
export type Metadata = z.infer<typeof Metadata>

/** An event as the log keeps it: what happened, and where, when and by whom. `actorId` is null for the command line. */
export type Recorded<E extends LedgerEvent = LedgerEvent> = {
  position: number
  stream: Stream
  version: number
  recordedAt: Instant
  actorId: UserId | null
  commandId: string
  commandIndex: number
  metadata: Metadata
  /** The RFC 6962 leaf hash, 64 lower-case hex digits. */
  hash: string
  event: E
}

/** The stream that `event` belongs to. */
export function streamOf(event: LedgerEvent): Stream {
  if ('expenseId' in event) return expenseStream(event.expenseId)
  if ('categoryId' in event) return categoryStream(event.categoryId)
  return userStream(event.userId)
}
