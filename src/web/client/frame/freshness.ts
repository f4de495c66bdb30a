import { signal } from '@preact/signals'

/** Counts how often what is shown may have become old: what was fetched before is then fetched again. */
export const freshness = signal(0)
