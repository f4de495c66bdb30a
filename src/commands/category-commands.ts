import { categoryStream } from '../events/category.ts'
import type { Stream } from '../events/event.ts'
import { CategoryId, newId, type UserId } from '../events/ids.ts'
import { mayChange, needChange, type By } from './by.ts'
import { decide, known, type Category, type CategoryCommand } from './category.ts'
import { categoryClaims, categoryNameClaim } from './claims.ts'
import { expectVersion } from './expect-version.ts'
import type { Folded } from './folded.ts'
import type { Decision, Work } from './handle.ts'
import type { Read } from './read.ts'
import { categories, users } from './streams.ts'
import { active } from './user.ts'

/** One of that name that was archived comes back, with the new spelling and colour. */
export function addCategory(owner: UserId, wanted: { name: string; colour?: string | undefined }, by: By): Work {
  return async (read) => {
    const { state } = await read.state(users, owner)
    needChange(owner, state, by)
    active(state)
    const { id, folded } = await categoryNamed(read, owner, wanted.name)
    return decided(id, folded.state, { type: 'AddCategory', categoryId: id, userId: owner, ...wanted })
  }
}

export function changeCategory(
  id: CategoryId,
  wanted: { name?: string | undefined; colour?: string | undefined },
  by: By,
): Work {
  return async (read) => {
    const { state } = await touchable(read, id, by)
    const holder = wanted.name === undefined ? null : await read.holder(categoryNameClaim(state.userId, wanted.name))
    const nameTaken = holder !== null && holder !== categoryStream(id)
    return decided(id, state, { type: 'ChangeCategory', wanted, nameTaken })
  }
}

export function archiveCategory(id: CategoryId, by: By): Work {
  return async (read) => decided(id, (await touchable(read, id, by)).state, { type: 'ArchiveCategory' })
}

/** The category of `owner` that has this name, archived or not, or a new id where there is none. */
export async function categoryNamed(
  read: Read,
  owner: UserId,
  name: string,
): Promise<{ id: CategoryId; folded: Folded<Category> }> {
  const holder = await read.holder(categoryNameClaim(owner, name))
  const id = CategoryId.parse(holder ? idOf(holder) : newId())
  return { id, folded: await (holder ? read.state(categories, id) : read.likelyNew(categories, id)) }
}

async function touchable(read: Read, id: CategoryId, by: By) {
  const folded = await read.state(categories, id)
  const owner = folded.state.status === 'none' ? undefined : folded.state.userId
  const visible = owner !== undefined && (await mayChange(read, owner, by))
  const state = known(visible ? folded.state : { status: 'none' })
  expectVersion(folded, by)
  return { state }
}

/** Deleting a user hides what is the user's. */
export async function isActive(read: Read, owner: UserId): Promise<boolean> {
  return (await read.state(users, owner)).state.status === 'active'
}

function decided(id: CategoryId, category: Category, command: CategoryCommand): Decision {
  const events = decide(category, command)
  return { about: categoryStream(id), events, ...categoryClaims(events) }
}

function idOf(stream: Stream): string {
  return stream.slice(stream.indexOf('-') + 1)
}
