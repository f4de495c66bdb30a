import type { Recorded, Stream } from '../../../events/event.ts'
import type { UserId } from '../../../events/ids.ts'
import type { LiveEvent } from '../../api.ts'

/** An event as it is sent. */
export type Told = {
  position: number
  stream: Stream
  userId: UserId
  /** Whether from here on the user whose stream this is may see something else, or nothing. */
  changesSight: boolean
  text: string
}

export function told({ position, stream, event }: Pick<Recorded, 'position' | 'stream' | 'event'>): Told {
  const { type, userId } = event
  const data: LiveEvent = { position, type, stream, userId }
  const changesSight = type === 'UserDeleted' || (type === 'UserChanged' && event.changes.role !== undefined)
  return { position, stream, userId, changesSight, text: `id: ${position}\ndata: ${JSON.stringify(data)}\n\n` }
}
