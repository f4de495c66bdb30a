import type { CalendarDate } from '../../events/calendar.ts'
import { CategoryId, type UserId } from '../../events/ids.ts'
import type { Currency } from '../../events/money.ts'
import { sameName } from '../../events/text.ts'
import { patternsOf } from '../../events/log/by-command.ts'
import { containing } from '../searchable.ts'

export type ExpenseFilter = {
  /** Without it everybody's. */
  userId?: UserId | undefined
  /** Both inclusive. */
  from?: CalendarDate | undefined
  to?: CalendarDate | undefined
  /** An id or a name. */
  category?: string | undefined
  /** Literal, in any case, in description and category. */
  q?: string | undefined
  /** In major units, both inclusive. */
  min?: string | undefined
  max?: string | undefined
  currency?: Currency | undefined
  /** What this batch recorded, changed, deleted or restored. */
  batch?: string | undefined
  /** `true`: only those. */
  deleted: 'false' | 'true' | 'all'
}

/** Conditions on `expenses e` as SQL, and their values. */
export type Condition = { sql: string; replacements: Record<string, unknown> }

// A search goes through up to a million rows. What is the same for all of them is asked first, and once: mostly nobody is deleted
// and no category is called like that. And bytes are compared faster than letters, to the same effect in UTF-8.

/** Of nobody who is deleted. */
export const OF_USERS = `(not exists (select 1 from users where deleted = 1)
  or e.user_id not in (select id from users where deleted = 1))`

const NAMED = `categories where search like :q escape '!'`
const IN_CATEGORY = `exists (select 1 from ${NAMED}) and e.category_id in (select id from ${NAMED})`

/** The log has the commands of a batch side by side (docs/decisions/batches.md). */
const IN_BATCH = `e.id in (select cast(substr(b.stream, 9) as char(36) character set ascii)
  from events b force index (command_part)
  where b.command_id like :ofBatch and b.metadata like :withBatch and b.stream like 'expense-%')`

export function matching(filter: ExpenseFilter): Condition {
  const { userId, from, to, category, q, min, max, currency, batch = '', deleted } = filter
  // Only what may be an id is compared with ids: these are ASCII, which not every name can be compared with.
  const id = CategoryId.safeParse(category).data
  const conditions = [
    OF_USERS,
    userId && 'e.user_id = :userId',
    from && 'e.date >= :from',
    to && 'e.date <= :to',
    category &&
      `(e.user_id, e.category_id) in (select user_id, id from categories where name_key = :name${id ? ' or id = :id' : ''})`,
    q && `(cast(e.search as binary) like :q escape '!' or ${IN_CATEGORY})`,
    min && 'e.major >= cast(:min as decimal(36,18))',
    max && 'e.major <= cast(:max as decimal(36,18))',
    currency && 'e.currency = :currency',
    batch && IN_BATCH,
    deleted !== 'all' && `e.deleted = ${deleted === 'true' ? 1 : 0}`,
  ]
  const { command: ofBatch, metadata: withBatch } = patternsOf(batch)
  const texts = { name: sameName(category ?? ''), q: containing(q ?? ''), ofBatch, withBatch }
  return { sql: conditions.filter(Boolean).join(' and '), replacements: { ...filter, id, ...texts } }
}

/**
 * An index in the order of the list finds the first few at once if many match. Where few may match among all that there are,
 * it is not for that order; nor, on a later page, for whatever comes after the last one, which is looked up row by row.
 */
export function hint({ userId, q, currency, batch, deleted, from, to, min, max }: ExpenseFilter): string {
  const mayBeRare = [q, currency, batch].some((narrower) => narrower !== undefined) || deleted === 'true'
  if (userId !== undefined || !mayBeRare) return ''
  const isNarrowed = [from, to, min, max].some((end) => end !== undefined)
  return `ignore index ${isNarrowed ? 'for order by ' : ''}(by_date, by_amount, by_recorded)`
}

/** For sums over all users, which go through all that there is: the index that has all they need, if it has. */
export function covered({ userId, category, q, batch }: ExpenseFilter): string {
  const isCovered = [userId, category, q, batch].every((narrower) => narrower === undefined)
  return isCovered ? 'force index (by_date)' : ''
}
