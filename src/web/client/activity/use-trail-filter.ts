import { useLocation } from 'preact-iso'
import { may } from '../people/ledgers.ts'
import { useScope } from '../scope/use-scope.ts'
import { readTrailFilter, trailAddress, type TrailFilter } from './filter.ts'

/** The filter that the address says; of a ledger whose audit trail one may not read, one's own. */
export function useTrailFilter(): TrailFilter {
  const scope = useScope()
  const whose = may('audit', scope.whose) ? scope.whose : 'own'
  return readTrailFilter(useLocation().query, { ...scope, whose })
}

/** Moves to the address of another filter. */
export function useNarrowTrail(): (changed: Partial<TrailFilter>) => void {
  const { route } = useLocation()
  const filter = useTrailFilter()
  return (changed) => route(trailAddress({ ...filter, ...changed }))
}

/** The filter that narrows by nothing. */
export const UNNARROWED = {
  ...{ actor: undefined, type: undefined, from: undefined, to: undefined, expense: undefined, batch: undefined },
} satisfies Partial<TrailFilter>
