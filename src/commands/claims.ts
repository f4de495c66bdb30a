import type { UserId } from '../events/ids.ts'
import { categoryStream, type CategoryEvent } from '../events/category.ts'
import type { Stream } from '../events/event.ts'
import type { Claim } from '../events/log/append.ts'
import { sameName } from '../events/text.ts'
import { userStream, type UserEvent } from '../events/user.ts'
import type { User } from './user.ts'

/** What tells one claim from another. */
export const claimKey = ({ kind, value }: Claim): string => `${kind} ${value}`

export type ClaimChanges = { take: { claim: Claim; stream: Stream }[]; release: Claim[] }

/** Held from the first registration on for ever: it closes the door behind the first admin. */
export const firstAdmin: Claim = { kind: 'first-admin', value: '' }
export const emailClaim = (email: string): Claim => ({ kind: 'email', value: sameName(email) })
export const adminClaim = (id: UserId): Claim => ({ kind: 'admin', value: id })
export const categoryNameClaim = (owner: UserId, name: string): Claim => {
  return { kind: 'category-name', value: JSON.stringify([owner, sameName(name)]) }
}

/** The claims that `events` of `user`, as it was before them, take and release. */
export function userClaims(user: User, events: readonly UserEvent[]): ClaimChanges {
  const changes: ClaimChanges = { take: [], release: [] }
  for (const event of events) {
    const take = (claim: Claim) => changes.take.push({ claim, stream: userStream(event.userId) })
    const release = (claim: Claim) => changes.release.push(claim)
    const each = (todo: (claim: Claim) => void, fields: { email: string; role: string }) => {
      todo(emailClaim(fields.email))
      if (fields.role === 'admin') todo(adminClaim(event.userId))
    }
    if (event.type === 'UserRegistered') each(take, event)
    else if (event.type === 'UserChanged') swap(event, take, release)
    else if (user.status === 'none') continue
    else if (event.type === 'UserDeleted') each(release, user)
    else if (event.type === 'UserRestored') each(take, user)
  }
  return changes
}

function swap(
  { changes, userId }: Extract<UserEvent, { type: 'UserChanged' }>,
  take: (claim: Claim) => void,
  release: (claim: Claim) => void,
): void {
  const { email, role } = changes
  if (email && sameName(email.from) !== sameName(email.to)) {
    release(emailClaim(email.from))
    take(emailClaim(email.to))
  }
  if (role) (role.to === 'admin' ? take : release)(adminClaim(userId))
}

/** The claims that `events` of a category take and release. A category that is archived keeps its name. */
export function categoryClaims(events: readonly CategoryEvent[]): ClaimChanges {
  const changes: ClaimChanges = { take: [], release: [] }
  for (const event of events) {
    const stream = categoryStream(event.categoryId)
    const claim = (name: string) => categoryNameClaim(event.userId, name)
    if (event.type === 'CategoryAdded') changes.take.push({ claim: claim(event.name), stream })
    const renamed = 'changes' in event ? event.changes.name : undefined
    if (!renamed || sameName(renamed.from) === sameName(renamed.to)) continue
    changes.release.push(claim(renamed.from))
    changes.take.push({ claim: claim(renamed.to), stream })
  }
  return changes
}
