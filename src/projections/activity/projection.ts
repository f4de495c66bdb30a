import { eventTypes, type EventType } from '../../events/event.ts'
import type { UserId } from '../../events/ids.ts'
import { id, position, word } from '../tables/columns.ts'
import { begin, type Projection, type Told, type Touch } from '../projection.ts'

type ActivityRow = {
  position: number
  type: EventType
  userId: UserId
  actorId: UserId | null
  batch: string | null
}

/**
 * What the audit filters by: a row for each event, without its words, which are read from the log for the events of a page.
 * Instants are not needed, as they rise with the positions; nor are streams, by which the log itself finds events. Every index
 * goes by type and then by position: see `listActivity`.
 */
export const activity: Projection<ActivityRow> = {
  name: 'activity',
  version: 1,
  columns: {
    position: { ...position, primaryKey: true },
    type: word(64),
    userId: id,
    actorId: { ...id, allowNull: true },
    batch: { ...word(64), allowNull: true },
  },
  indexes: [
    { name: 'by_type', fields: ['type', 'position'] },
    { name: 'by_user', fields: ['user_id', 'type', 'position'] },
    { name: 'by_actor', fields: ['actor_id', 'type', 'position'] },
    { name: 'by_user_and_actor', fields: ['user_id', 'actor_id', 'type', 'position'] },
    { name: 'by_batch', fields: ['batch', 'type', 'position'] },
  ],
  unsealed: false,
  metadata: true,
  keyOf: (row) => String(row.position),
  where: (keys) => ({ position: keys }),
  on: Object.fromEntries(eventTypes.map((type) => [type, happened])),
}

function happened({ position, event, actorId, metadata }: Told): Touch<ActivityRow>[] {
  const { type, userId } = event
  return [begin<ActivityRow>(String(position), { position, type, userId, actorId, batch: metadata?.batch ?? null })]
}
