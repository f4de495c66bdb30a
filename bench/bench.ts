import type { Place } from './run/place.ts'
import type { Sizes } from './run/options.ts'

/** What every part is given. */
export type Bench = {
  place: Place
  sizes: Sizes
  /** Versions of whatever took part, by name. */ versions: Map<string, string>
}
