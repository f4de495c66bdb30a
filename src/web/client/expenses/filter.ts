import type { ExpenseQuery, Sort } from '../../api.ts'
import type { UserId } from '../../../events/ids.ts'
import type { Currency } from '../../../events/money.ts'
import { isCurrency, isOneOf } from '../kept.ts'
import { readId } from '../read-id.ts'
import { address, readScope, saidOf, scopeQuery, type Scope } from '../scope/scope.ts'
import { readBound } from './amount-bound.ts'

/** Which expenses are shown, and in which order. It lives in the address, as the scope does. */
export type Filter = Scope & {
  q: string
  /** A category's name; empty for all. */
  category: string
  /** Amounts in major units, inclusive. */
  min: string | undefined
  max: string | undefined
  currency: Currency | undefined
  /** What it recorded or changed. */
  batch: string | undefined
  deleted: 'false' | 'true' | 'all'
  sort: Sort
}

export const sorts = ['date', '-date', 'amount', '-amount', 'recorded', '-recorded'] as const satisfies Sort[]
const isSort = isOneOf<Sort>(sorts)

/** What a filter says beside its scope and order, when it says nothing. */
export const unfiltered = {
  q: '',
  category: '',
  min: undefined,
  max: undefined,
  currency: undefined,
  batch: undefined,
  deleted: 'false',
} as const satisfies Partial<Filter>

/** The filter that an address's search part says; what it does not say is as usual, what it says wrongly too. */
export function readFilter(query: Record<string, string>, today: string): Filter {
  return {
    ...readScope(query, today),
    q: query.q ?? '',
    category: query.category ?? '',
    min: readBound(query.min),
    max: readBound(query.max),
    currency: isCurrency(query.currency) ? query.currency : undefined,
    batch: readId(query.batch),
    deleted: query.deleted === 'true' || query.deleted === 'all' ? query.deleted : 'false',
    sort: isSort(query.sort) ? query.sort : '-date',
  }
}

/** The address of `filter`, leaving out what is as usual. */
export function addressOf(filter: Filter, today: string): string {
  const { q, category, min = '', max = '', currency = '', batch = '', deleted, sort } = filter
  const said = {
    ...saidOf(filter, today),
    ...{ q, category, min, max, currency, batch },
    deleted: deleted === 'false' ? '' : deleted,
    sort: sort === '-date' ? '' : sort,
  }
  return address('/expenses', Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '')))
}

/** What to ask the server for, as `me`. */
export function queryOf(filter: Filter, me: UserId): ExpenseQuery {
  const { q, category, min, max, currency, batch, deleted, sort } = filter
  const query: ExpenseQuery = { ...scopeQuery(filter, me), sort, deleted }
  if (q.trim()) query.q = q.trim()
  if (category) query.category = category
  if (min !== undefined) query.min = min
  if (max !== undefined) query.max = max
  if (currency !== undefined) query.currency = currency
  if (batch !== undefined) query.batch = batch
  return query
}

/** Whether more than the period narrows what is shown. */
export function isNarrowed({ q, category, min, max, currency, batch, deleted }: Filter): boolean {
  return q.trim() !== '' || category !== '' || deleted === 'true' || (min ?? max ?? currency ?? batch) !== undefined
}

/** The other direction of `column`, or, from another column, the one that people look for first. */
export function sortedBy(column: SortColumn, sort: Sort): Sort {
  return sort === `-${column}` ? column : `-${column}`
}
export type SortColumn = 'date' | 'amount' | 'recorded'
