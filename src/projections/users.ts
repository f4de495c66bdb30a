import * as z from 'zod'
import { newest } from '../events/changes.ts'
import { UserId } from '../events/ids.ts'
import { ERASED } from '../events/personal.ts'
import { instantToSqlTime } from '../events/log/instants.ts'
import { Currency } from '../events/money.ts'
import { Role, type UserEvent } from '../events/user.ts'
import { count, Flag, flag, id, instant, position, SqlTime, text, word } from './tables/columns.ts'
import type { Select } from './tables/database.ts'
import { pageOf, type Page } from './page.ts'
import { begin, change, type Projection, type Told, type Touch } from './projection.ts'

export type UserRow = {
  id: UserId
  name: string
  email: string
  role: Role
  currency: Currency
  version: number
  position: number
  recordedAt: string
  changedAt: string
  deleted: 0 | 1
}

const ERASED_WORDS = { name: ERASED, email: ERASED }

/** Who there is, deleted users too. */
export const users: Projection<UserRow> = {
  name: 'users',
  version: 1,
  columns: {
    id: { ...id, primaryKey: true },
    name: text(100),
    email: text(320),
    role: word(16),
    currency: word(3),
    version: count,
    position,
    recordedAt: instant,
    changedAt: instant,
    deleted: flag,
  },
  indexes: [],
  unsealed: true,
  erased: ERASED_WORDS,
  keyOf: (user) => user.id,
  where: (keys) => ({ id: keys }),
  on: {
    UserRegistered: (recorded) => {
      const { userId, name, email, role, currency } = recorded.event
      const { version, position, recordedAt } = recorded
      const at = instantToSqlTime(recordedAt)
      const user = { id: userId, name, email, role, currency, version, position, recordedAt: at, changedAt: at }
      return [begin<UserRow>(userId, { ...user, deleted: 0 })]
    },
    UserChanged: (recorded) => become(recorded, newest(recorded.event.changes)),
    UserDeleted: (recorded) => become(recorded, { deleted: 1 }),
    UserRestored: (recorded) => become(recorded, { deleted: 0 }),
    UserErased: (recorded) => become(recorded, ERASED_WORDS),
  },
}

function become({ event, version, recordedAt }: Told<UserEvent>, fields: Partial<UserRow>): Touch<UserRow>[] {
  const changedAt = instantToSqlTime(recordedAt)
  return [change(event.userId, (before) => ({ ...before, ...fields, version, changedAt }))]
}

const COLUMNS = `id, name, email, role, currency, version, position,
  recorded_at as recordedAt, changed_at as changedAt, deleted`

export const User = z.strictObject({
  id: UserId,
  name: z.string(),
  email: z.string(),
  role: Role,
  currency: Currency,
  version: z.int(),
  /** Of the registration. */
  position: z.int(),
  recordedAt: SqlTime,
  changedAt: SqlTime,
  deleted: Flag,
})
export type UserItem = z.infer<typeof User>

/** `deleted` lists the deleted users, and no others; `after` is the position of the last one on the page before. */
export type UsersWanted = { deleted: boolean; only?: UserId | undefined; limit: number; after?: number | undefined }

export type UserQueries = ReturnType<typeof userQueries>

export function userQueries(select: Select) {
  return {
    /** Also one that is deleted. */
    async userById(id: UserId): Promise<UserItem | undefined> {
      const [user] = await select(User, `select ${COLUMNS} from users where id = :id`, { id })
      return user
    },

    /** Oldest first. */
    async listUsers({ deleted, only, limit, after }: UsersWanted): Promise<Page<UserItem, number>> {
      const conditions = [
        'deleted = :deleted',
        only !== undefined && 'id = :only',
        after !== undefined && 'position > :after',
      ]
      const where = conditions.filter(Boolean).join(' and ')
      const sql = `select ${COLUMNS} from users where ${where} order by position limit :limit`
      const replacements = { deleted: deleted ? 1 : 0, only, after, limit: limit + 1 }
      return pageOf(await select(User, sql, replacements), limit, (user) => user.position)
    },
  }
}
