import type { AuditEntry, User } from '../../api.ts'
import type { UserId } from '../../../events/ids.ts'

/** Who may have done something: oneself, everybody an admin knows, and whoever is named in what is shown; by name. */
export function peopleIn(
  me: User,
  known: readonly User[],
  entries: readonly AuditEntry[],
): { id: UserId; name: string }[] {
  const names = new Map<UserId, string>()
  for (const { actor, now } of entries) if (actor) names.set(actor.id, now[actor.id] ?? actor.name)
  for (const { id, name } of [me, ...known]) names.set(id, name)
  return [...names].map(([id, name]) => ({ id, name })).sort((one, other) => one.name.localeCompare(other.name))
}
