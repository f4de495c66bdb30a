import type { LedgerEvent, Recorded, Stream } from '../../../events/event.ts'
import type { UserId } from '../../../events/ids.ts'
import type { LiveEvent } from '../../api.ts'

/** An event as it is sent. */
export type Told = {
  position: number
  stream: Stream
  userId: UserId
  /** Who from here on may see something else, or nothing. */
  changesSightOf: UserId | undefined
  text: string
}

export function told({ position, stream, event }: Pick<Recorded, 'position' | 'stream' | 'event'>): Told {
  const { type, userId } = event
  const data: LiveEvent = { position, type, stream, userId }
  return {
    position,
    stream,
    userId,
    changesSightOf: sightChangedBy(event),
    text: `id: ${position}\ndata: ${JSON.stringify(data)}\n\n`,
  }
}

function sightChangedBy(event: LedgerEvent): UserId | undefined {
  if (event.type === 'LedgerShared' || event.type === 'ShareEnded') return event.with
  const changes = event.type === 'UserDeleted' || (event.type === 'UserChanged' && event.changes.role !== undefined)
  return changes ? event.userId : undefined
}
