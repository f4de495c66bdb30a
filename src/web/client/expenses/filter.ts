import { Sort, type ExpenseQuery } from '../../api.ts'
import { UserId } from '../../../events/ids.ts'
import { readPeriod, monthOf, spanOf, type Period } from './period.ts'

/** Which expenses are shown, and in which order. It lives in the address, so links, reload and Back keep it. */
export type Filter = {
  period: Period
  q: string
  /** A category's name; empty for all. */
  category: string
  deleted: 'false' | 'true' | 'all'
  sort: Sort
  /** Whose: one's own, everybody's, or one other person's. Only admins have a choice. */
  whose: 'own' | 'all' | UserId
}

/** The filter that an address's search part says; what it does not say is as usual, what it says wrongly too. */
export function readFilter(query: Record<string, string>, today: string): Filter {
  const sort = Sort.safeParse(query.sort)
  const whose = UserId.safeParse(query.user)
  return {
    period: readPeriod(query.period, today),
    q: query.q ?? '',
    category: query.category ?? '',
    deleted: query.deleted === 'true' || query.deleted === 'all' ? query.deleted : 'false',
    sort: sort.success ? sort.data : '-date',
    whose: whose.success ? whose.data : query.user === 'all' ? 'all' : 'own',
  }
}

/** The address of `filter`, leaving out what is as usual. */
export function addressOf(filter: Filter, today: string): string {
  const said = {
    user: filter.whose === 'own' ? '' : filter.whose,
    period: filter.period === monthOf(today) ? '' : filter.period,
    q: filter.q,
    category: filter.category,
    deleted: filter.deleted === 'false' ? '' : filter.deleted,
    sort: filter.sort === '-date' ? '' : filter.sort,
  }
  const search = new URLSearchParams(Object.entries(said).filter(([, value]) => value !== ''))
  return search.size ? `/?${search}` : '/'
}

/** What to ask the server for, as `me`. */
export function queryOf(filter: Filter, me: UserId): ExpenseQuery {
  const query: ExpenseQuery = { ...spanOf(filter.period), sort: filter.sort, deleted: filter.deleted }
  if (filter.whose !== 'all') query.user = filter.whose === 'own' ? me : filter.whose
  if (filter.q.trim()) query.q = filter.q.trim()
  if (filter.category) query.category = filter.category
  return query
}

/** Whether more than the period narrows what is shown. */
export function isNarrowed({ q, category, deleted }: Filter): boolean {
  return q.trim() !== '' || category !== '' || deleted === 'true'
}

/** The other direction of `column`, or, from another column, the one that people look for first. */
export function sortedBy(column: 'date' | 'amount', sort: Sort): Sort {
  return sort === `-${column}` ? column : `-${column}`
}
