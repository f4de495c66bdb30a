import { categoryStream } from '../../../events/category.ts'
import type { Recorded, Stream } from '../../../events/event.ts'
import type { CategoryId, UserId } from '../../../events/ids.ts'
import { userStream } from '../../../events/user.ts'
import type { AuditEntry } from '../../api.ts'
import type { Parts } from '../parts.ts'
import { aboutOf } from './about.ts'
import { changesIn } from './changes.ts'
import { namesIn, type Names } from './names.ts'
import { summaryOf } from './summary.ts'

/**
 * What `events` tell a person, in their order. All streams that they mention are read at once: for what things were called
 * then, and for what they are called at position `upTo`, which counts as now.
 */
export async function entriesOf(
  log: Pick<Parts['log'], 'readStreams'>,
  events: readonly Recorded[],
  upTo: number,
): Promise<AuditEntry[]> {
  const streams = events.flatMap((recorded) => [recorded.stream, ...mentionedIn(recorded).values()])
  const names = namesIn(await log.readStreams([...new Set(streams)], upTo))
  return events.map((recorded) => entryOf(recorded, names))
}

function entryOf(recorded: Recorded, names: Names): AuditEntry {
  const { position, version, stream, recordedAt, actorId, metadata, hash, event } = recorded
  const { origin, batch = null } = metadata
  const then = (about: Stream) => names.then(about, position)
  return {
    position,
    version,
    type: event.type,
    recordedAt,
    actor: actorId && { id: actorId, name: then(userStream(actorId)) },
    origin,
    batch,
    changes: changesIn(event, (id) => then(categoryStream(id))),
    now: renamedSince(recorded, names),
    hash,
    stream,
    userId: event.userId,
    summary: summaryOf(recorded, names),
    about: aboutOf(recorded, names),
  }
}

function renamedSince(recorded: Recorded, { then, now }: Names): AuditEntry['now'] {
  const renamed = [...mentionedIn(recorded)].filter(([, stream]) => then(stream, recorded.position) !== now(stream))
  return Object.fromEntries(renamed.map(([id, stream]) => [id, now(stream)]))
}

/** The people and categories that an event speaks of, with their streams. */
function mentionedIn(recorded: Recorded): Map<UserId | CategoryId, Stream> {
  const { event, actorId } = recorded
  const people = [event.userId, ...(actorId ? [actorId] : []), ...('with' in event ? [event.with] : [])]
  return new Map<UserId | CategoryId, Stream>([
    ...people.map((id) => [id, userStream(id)] as const),
    ...categoriesIn(recorded).map((id) => [id, categoryStream(id)] as const),
  ])
}

function categoriesIn({ event }: Recorded): CategoryId[] {
  if (event.type !== 'ExpenseAmended') return 'categoryId' in event ? [event.categoryId] : []
  const { categoryId } = event.changes
  return categoryId ? [categoryId.from, categoryId.to] : []
}
