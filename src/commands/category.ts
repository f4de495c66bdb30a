import type { CategoryEvent, CategoryFields } from '../events/category.ts'
import { changesBetween, isEmpty, newest } from '../events/changes.ts'
import type { CategoryId, UserId } from '../events/ids.ts'
import { sameName } from '../events/text.ts'
import { Rejected } from './rejected.ts'

export type Category =
  { status: 'none' } | ({ status: 'active' | 'archived'; id: CategoryId; userId: UserId } & CategoryFields)

export const noCategory: Category = { status: 'none' }

export function evolve(category: Category, event: CategoryEvent): Category {
  switch (event.type) {
    case 'CategoryAdded': {
      const { categoryId, userId, name, colour } = event
      return { status: 'active', id: categoryId, userId, name, colour }
    }
    case 'CategoryChanged':
      return category.status === 'none' ? category : { ...category, ...newest(event.changes) }
    case 'CategoryArchived':
      return category.status === 'none' ? category : { ...category, status: 'archived' }
    case 'CategoryRestored':
      return category.status === 'none' ? category : { ...category, ...newest(event.changes), status: 'active' }
  }
}

export type CategoryCommand =
  /** `category` is the one that has this name already, if there is one. */
  | { type: 'AddCategory'; categoryId: CategoryId; userId: UserId; name: string; colour?: string | undefined }
  | { type: 'ChangeCategory'; wanted: { name?: string | undefined; colour?: string | undefined }; nameTaken: boolean }
  | { type: 'ArchiveCategory' }

/** What follows from `command`, or `Rejected`. An empty list means nothing new happened. */
export function decide(category: Category, command: CategoryCommand): CategoryEvent[] {
  switch (command.type) {
    case 'AddCategory': {
      const { categoryId, userId, name, colour } = command
      if (category.status === 'active') throw nameTaken()
      if (category.status === 'archived') return bringBack(category, { name, colour })
      return [{ type: 'CategoryAdded', categoryId, userId, name, colour: colour ?? colourFor(name) }]
    }
    case 'ChangeCategory': {
      const { id, userId, name, colour } = known(category)
      const changes = changesBetween<CategoryFields>({ name, colour }, command.wanted)
      if (isEmpty(changes)) return []
      if (changes.name && command.nameTaken) throw nameTaken()
      return [{ type: 'CategoryChanged', categoryId: id, userId, changes }]
    }
    case 'ArchiveCategory': {
      const { id, userId, status } = known(category)
      return status === 'archived' ? [] : [{ type: 'CategoryArchived', categoryId: id, userId }]
    }
  }
}

/** `category` if it is there, otherwise `Rejected`. */
export function known(category: Category): Extract<Category, { status: 'active' | 'archived' }> {
  if (category.status === 'none') throw categoryUnknown()
  return category
}

export function categoryUnknown(): Rejected {
  return new Rejected('CategoryUnknown', 'There is no such category', 'id')
}

function bringBack(
  { id, userId, name, colour }: { id: CategoryId; userId: UserId } & CategoryFields,
  wanted: { name: string; colour?: string | undefined },
): CategoryEvent[] {
  const changes = changesBetween<CategoryFields>({ name, colour }, wanted)
  return [{ type: 'CategoryRestored', categoryId: id, userId, changes }]
}

function nameTaken(): Rejected {
  return new Rejected('CategoryNameTaken', 'There is a category of this name already', 'name')
}

/** Each at 3:1 or more against white and against the dark page. */
const PALETTE = [
  '#3d9068',
  '#3b7dd8',
  '#8655c8',
  '#d97f26',
  '#c94f6d',
  '#7a8c3a',
  '#2a9aa6',
  '#b0643c',
  '#6b7a99',
  '#a9853a',
]

/** The colour of a category that was given none: the same name always gets the same one (FNV-1a spreads them). */
export function colourFor(name: string): string {
  let mixed = 0x811c9dc5
  for (const letter of sameName(name)) mixed = Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return PALETTE[(((mixed >>> 16) ^ mixed) >>> 0) % PALETTE.length] ?? '#3d9068'
}
