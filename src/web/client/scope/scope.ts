import type { UserId } from '../../../events/ids.ts'
import { readId } from '../read-id.ts'
import { monthOf, readPeriod, spanOf, type Period } from './period.ts'

/**
 * Whose expenses of which period, as known when: what every page that shows figures is about. It lives in the address, so
 * links, reload and Back keep it.
 */
export type Scope = {
  period: Period
  /** An instant or a position: only what had been recorded by then counts. Without it, all that is known now. */
  asOf: string | undefined
  /** Whose: one's own, everybody's, or one other person's. */
  whose: 'own' | 'all' | UserId
}

/** The scope that an address's search part says; what it does not say is as usual, what it says wrongly too. */
export function readScope(query: Record<string, string>, today: string): Scope {
  return {
    period: readPeriod(query.period, today),
    asOf: readAsOf(query.asOf),
    whose: readId<UserId>(query.user) ?? (query.user === 'all' ? 'all' : 'own'),
  }
}

/** `scope` as the search part of an address says it, leaving out what is as usual. */
export function saidOf({ period, asOf = '', whose }: Scope, today: string): Record<string, string> {
  const said = { user: whose === 'own' ? '' : whose, period: period === monthOf(today) ? '' : period, asOf }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''))
}

/** What to ask the server for, as `me`. */
export function scopeQuery({ period, asOf, whose }: Scope, me: UserId): ScopeQuery {
  const query: ScopeQuery = { ...spanOf(period) }
  if (whose !== 'all') query.user = whose === 'own' ? me : whose
  if (asOf !== undefined) query.asOf = asOf
  return query
}
export type ScopeQuery = { user?: UserId; from?: string; to?: string; asOf?: string }

/** The address of `path` with `said` as its search part. */
export function address(path: string, said: Record<string, string>): string {
  const search = new URLSearchParams(said)
  return search.size ? `${path}?${search}` : path
}

/** The moment that `text` names, if it names one. */
export function readAsOf(text: string | undefined): string | undefined {
  const isPosition = /^\d{1,15}$/.test(text ?? '')
  const isInstant = /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/.test(text ?? '')
  return isPosition || (isInstant && !Number.isNaN(Date.parse(text ?? ''))) ? text : undefined
}
