import type { Facts } from '../facts.ts'
import type { LogRow, Violation } from '../history.ts'

type User = { role: 'admin' | 'member'; deleted: boolean }

/** Rules that span streams hold under races: a deleted user's ledger rests, and of the admins one remains. */
export function acrossStreams({ log }: Facts): Violation[] {
  const users = new Map<string, User>()
  let hadAdmin = false
  return log.events.flatMap((row): Violation[] => {
    const user = users.get(row.userId)
    if (user && row.stream.startsWith('user-')) users.set(row.userId, { ...user, ...changed(row) })
    else if (row.type === 'UserRegistered') users.set(row.userId, { role: 'member', deleted: false, ...changed(row) })
    const remains = [...users.values()].some(({ role, deleted }) => role === 'admin' && !deleted)
    const broken = (what: string): Violation[] => [{ rule: 'rules across streams', what, records: [row] }]
    if (hadAdmin && !remains) return broken(`After position ${row.position} no admin is left`)
    hadAdmin = remains
    const rests = user?.deleted && !row.stream.startsWith('user-')
    return rests ? broken(`Position ${row.position} changed the ledger of a user who was deleted`) : []
  })
}

function changed({ type, data }: LogRow): Partial<User> {
  const { role, changes } = JSON.parse(data) as { role?: User['role']; changes?: { role?: { to: User['role'] } } }
  const now = role ?? changes?.role?.to
  return {
    ...(now && { role: now }),
    ...(type === 'UserDeleted' && { deleted: true }),
    ...(type === 'UserRestored' && { deleted: false }),
  }
}
