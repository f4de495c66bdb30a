import * as z from 'zod'
import { Colour, type CategoryEvent, type CategoryFields } from '../events/category.ts'
import { newest, type Changes } from '../events/changes.ts'
import { CategoryId, UserId } from '../events/ids.ts'
import { ERASED } from '../events/personal.ts'
import { sameName } from '../events/text.ts'
import { count, Flag, flag, id, position, text, word } from './tables/columns.ts'
import type { Select } from './tables/database.ts'
import { pageOf, type Page } from './page.ts'
import { begin, change, type Projection, type Told, type Touch } from './projection.ts'
import { searchable } from './searchable.ts'

export type CategoryRow = {
  id: CategoryId
  userId: UserId
  name: string
  nameKey: string
  search: string
  colour: string
  archived: 0 | 1
  version: number
  position: number
}

/** What expenses are for, archived ones too. */
export const categories: Projection<CategoryRow> = {
  name: 'categories',
  version: 1,
  columns: {
    id: { ...id, primaryKey: true },
    userId: id,
    name: text(100),
    // A letter may become three when it is composed and put into lower case.
    nameKey: text(300),
    search: text(300),
    colour: word(7),
    archived: flag,
    version: count,
    position,
  },
  indexes: [{ name: 'by_user', fields: ['user_id'] }],
  unsealed: true,
  erased: { name: ERASED, ...keysOf(ERASED) },
  keyOf: (category) => category.id,
  where: (keys) => ({ id: keys }),
  on: {
    CategoryAdded: ({ event, version, position }) => {
      const { categoryId, userId, name, colour } = event
      const category = { id: categoryId, userId, name, ...keysOf(name), colour, version, position }
      return [begin<CategoryRow>(categoryId, { ...category, archived: 0 })]
    },
    CategoryChanged: (recorded) => become(recorded, changed(recorded.event)),
    CategoryArchived: (recorded) => become(recorded, { archived: 1 }),
    CategoryRestored: (recorded) => become(recorded, { ...changed(recorded.event), archived: 0 }),
    UserErased: () => [],
  },
}

/** How a name is compared and how it is searched. */
function keysOf(name: string) {
  return { nameKey: sameName(name), search: searchable(name) }
}

function changed({ changes }: { changes: Changes<CategoryFields> }): Partial<CategoryRow> {
  const fields = newest(changes)
  return fields.name === undefined ? fields : { ...fields, ...keysOf(fields.name) }
}

function become({ event, version }: Told<CategoryEvent>, fields: Partial<CategoryRow>): Touch<CategoryRow>[] {
  return [change(event.categoryId, (before) => ({ ...before, ...fields, version }))]
}

const COLUMNS = 'id, user_id as userId, name, name_key as nameKey, colour, archived, version'
/** Whose user is deleted is hidden with its user. */
const SHOWN = 'user_id not in (select id from users where deleted = 1)'

export const Category = z.strictObject({
  id: CategoryId,
  userId: UserId,
  name: z.string(),
  nameKey: z.string(),
  colour: Colour,
  archived: Flag,
  version: z.int(),
})
export type CategoryItem = Omit<z.infer<typeof Category>, 'nameKey'>
export type CategoryKey = { nameKey: string; id: CategoryId }

/** Without a `userId` everybody's, without `archived` both kinds. */
export type CategoriesWanted = {
  userId?: UserId | undefined
  archived?: boolean | undefined
  limit: number
  after?: CategoryKey | undefined
}

export type CategoryQueries = ReturnType<typeof categoryQueries>

export function categoryQueries(select: Select) {
  return {
    async categoryById(id: CategoryId): Promise<CategoryItem | undefined> {
      const sql = `select ${COLUMNS} from categories where id = :id and ${SHOWN}`
      const [category] = await select(Category, sql, { id })
      return category && withoutKey(category)
    },

    /** By name. */
    async listCategories(wanted: CategoriesWanted): Promise<Page<CategoryItem, CategoryKey>> {
      const { userId, archived, limit, after } = wanted
      const conditions = [
        SHOWN,
        userId !== undefined && 'user_id = :userId',
        archived !== undefined && 'archived = :archived',
        after !== undefined && '(name_key > :nameKey or name_key = :nameKey and id > :id)',
      ]
      const where = conditions.filter(Boolean).join(' and ')
      const sql = `select ${COLUMNS} from categories where ${where} order by name_key, id limit :limit`
      const replacements = { userId, archived: archived ? 1 : 0, ...after, limit: limit + 1 }
      const found = await select(Category, sql, replacements)
      const page = pageOf(found, limit, ({ nameKey, id }): CategoryKey => ({ nameKey, id }))
      return { ...page, items: page.items.map(withoutKey) }
    },
  }
}

export function withoutKey({ nameKey: _nameKey, ...category }: z.infer<typeof Category>): CategoryItem {
  return category
}
