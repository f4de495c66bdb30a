import type { Pool, RowDataPacket } from 'mysql2/promise'
import { categoryClaims, claimKey, firstAdmin, userClaims, type ClaimChanges } from '../../commands/claims.ts'
import { evolve, noUser, type User } from '../../commands/user.ts'
import type { CategoryEvent } from '../../events/category.ts'
import type { Recorded, Stream } from '../../events/event.ts'
import type { Claim } from '../../events/log/append.ts'
import { openKeys } from '../../events/log/keys.ts'
import type { Log } from '../../events/log/log.ts'
import { userStream, type UserEvent } from '../../events/user.ts'

type Held = Map<string, { claim: Claim; stream: Stream }>

const AT_ONCE = 1_000

/**
 * Makes the claims that are held after the events up to `position`, as the commands that brought these took and gave them up.
 * Of whose key is not there no name and no address can be claimed.
 */
export async function makeClaims(pool: Pool, log: Pick<Log, 'readKind'>, position: number): Promise<void> {
  const owners = await ownersOfKeys(pool)
  const held: Held = new Map()
  const states = new Map<string, User>()
  for (const { event } of (await log.readKind('user', position)) as Recorded<UserEvent>[]) {
    const { userId } = event
    if (states.size === 0) hold(held, [{ claim: firstAdmin, stream: userStream(userId) }])
    const before = states.get(userId) ?? noUser
    const isReadable = ({ kind }: Claim) => kind !== 'email' || owners.has(userId)
    apply(held, userClaims(before, [event]), isReadable)
    states.set(userId, evolve(before, event))
  }
  for (const { event } of (await log.readKind('category', position)) as Recorded<CategoryEvent>[]) {
    apply(held, categoryClaims([event]), () => owners.has(event.userId))
  }
  await write(pool, [...held.values()])
}

function apply(held: Held, { take, release }: ClaimChanges, isReadable: (claim: Claim) => boolean): void {
  for (const claim of release) held.delete(claimKey(claim))
  hold(
    held,
    take.filter(({ claim }) => isReadable(claim)),
  )
}

function hold(held: Held, taken: ClaimChanges['take']): void {
  for (const one of taken) held.set(claimKey(one.claim), one)
}

async function write(pool: Pool, claims: readonly { claim: Claim; stream: Stream }[]): Promise<void> {
  const { claimValue } = await openKeys(pool)
  for (let from = 0; from < claims.length; from += AT_ONCE) {
    const some = claims.slice(from, from + AT_ONCE)
    const rows = some.map(({ claim, stream }) => [claim.kind, claimValue(claim), stream])
    await pool.query('insert into claims (kind, value, stream) values ?', [rows])
  }
}

async function ownersOfKeys(pool: Pool): Promise<ReadonlySet<string>> {
  const [rows] = await pool.query<RowDataPacket[]>('select cast(owner as char) as owner from `keys`')
  return new Set(rows.map(({ owner }) => owner as string))
}
