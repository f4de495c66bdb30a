import type { Preferences } from '../../api.ts'
import type { UserId } from '../../../events/ids.ts'
import { sameName } from '../../../events/same-name.ts'
import { queryOf, readFilter, unfiltered, type Filter } from './filter.ts'

export type SavedFilter = Preferences['savedFilters'][number]

/** `filter` to be kept as `name`: without its period and moment, so that it serves in any other too. */
export function savedAs(name: string, filter: Filter, me: UserId): SavedFilter {
  const { from: _from, to: _to, asOf: _asOf, ...kept } = queryOf(filter, me)
  return { name, filter: kept as SavedFilter['filter'] }
}

/** What `saved` makes of any filter. What it does not say is as usual. */
export function appliedBy({ filter: { user, ...said } }: SavedFilter, me: UserId): Partial<Filter> {
  const { period: _period, asOf: _asOf, ...filter } = readFilter(said as Record<string, string>, '')
  return { ...unfiltered, ...filter, whose: user === undefined ? 'all' : user === me ? 'own' : user }
}

/** `all` with `saved` in it: in the place of the one of its name, or at the end. */
export function withSaved(all: readonly SavedFilter[], saved: SavedFilter): SavedFilter[] {
  const at = all.findIndex(({ name }) => sameName(name) === sameName(saved.name))
  return at < 0 ? [...all, saved] : all.with(at, saved)
}

export function withoutSaved(all: readonly SavedFilter[], name: string): SavedFilter[] {
  return all.filter((saved) => saved.name !== name)
}

/** `all` with the one of `name` called `renamed`; `undefined` if another is called so. */
export function withRenamed(all: readonly SavedFilter[], name: string, renamed: string): SavedFilter[] | undefined {
  const isTaken = all.some((saved) => saved.name !== name && sameName(saved.name) === sameName(renamed))
  return isTaken ? undefined : all.map((saved) => (saved.name === name ? { ...saved, name: renamed } : saved))
}
