import { Sort, type ExpenseQuery } from '../../api.ts'
import type { UserId } from '../../../events/ids.ts'
import { address, readScope, saidOf, scopeQuery, type Scope } from '../scope/scope.ts'

/** Which expenses are shown, and in which order. It lives in the address, as the scope does. */
export type Filter = Scope & {
  q: string
  /** A category's name; empty for all. */
  category: string
  deleted: 'false' | 'true' | 'all'
  sort: Sort
}

/** The filter that an address's search part says; what it does not say is as usual, what it says wrongly too. */
export function readFilter(query: Record<string, string>, today: string): Filter {
  const sort = Sort.safeParse(query.sort)
  return {
    ...readScope(query, today),
    q: query.q ?? '',
    category: query.category ?? '',
    deleted: query.deleted === 'true' || query.deleted === 'all' ? query.deleted : 'false',
    sort: sort.success ? sort.data : '-date',
  }
}

/** The address of `filter`, leaving out what is as usual. */
export function addressOf(filter: Filter, today: string): string {
  const said = {
    ...saidOf(filter, today),
    q: filter.q,
    category: filter.category,
    deleted: filter.deleted === 'false' ? '' : filter.deleted,
    sort: filter.sort === '-date' ? '' : filter.sort,
  }
  return address('/expenses', Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '')))
}

/** What to ask the server for, as `me`. */
export function queryOf(filter: Filter, me: UserId): ExpenseQuery {
  const query: ExpenseQuery = { ...scopeQuery(filter, me), sort: filter.sort, deleted: filter.deleted }
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
