import { eventTypes, type EventType } from '../../events/event.ts'
import { position, word } from '../tables/columns.ts'
import { begin, type Projection, type Told, type Touch } from '../projection.ts'
import { scopesOf } from './scopes.ts'

type ActivityRow = { scope: string; type: EventType; position: number }

/**
 * What the audit filters by: a row for each event and each scope that it is in, which are two for most. The key is all there
 * is of it: see `listActivity`. What is asked of one expense, and of all, the log finds by itself; and the words for a page
 * are read from there.
 */
export const activity: Projection<ActivityRow> = {
  name: 'activity',
  version: 2,
  columns: {
    scope: { ...word(80), primaryKey: true },
    type: { ...word(64), primaryKey: true },
    position: { ...position, primaryKey: true },
  },
  indexes: [],
  unsealed: false,
  metadata: true,
  rest: 250,
  keyOf,
  // No event changes a row, so none is ever looked up.
  where: (keys) => ({ position: keys.map((key) => key.slice(0, key.indexOf(' '))) }),
  on: Object.fromEntries(eventTypes.map((type) => [type, happened])),
}

function happened(told: Told): Touch<ActivityRow>[] {
  const { position, event } = told
  return scopesOf(told).map((scope) => {
    const row = { scope, type: event.type, position }
    return begin<ActivityRow>(keyOf(row), row)
  })
}

function keyOf({ position, scope }: Pick<ActivityRow, 'position' | 'scope'>): string {
  return `${position} ${scope}`
}
