import { useLocation } from 'preact-iso'
import { useScope } from '../scope/use-scope.ts'
import { readTrailFilter, trailAddress, type TrailFilter } from './filter.ts'

/** The filter that the address says. */
export function useTrailFilter(): TrailFilter {
  return readTrailFilter(useLocation().query, useScope())
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
