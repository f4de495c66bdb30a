import type { ProjectionStatus } from '../../api.ts'

type Rebuild = NonNullable<ProjectionStatus['rebuild']>

/** Whole seconds that a rebuild still takes at its rate; `undefined` while it has none. */
export function secondsLeft({ position, of, rate }: Rebuild): number | undefined {
  return rate > 0 ? Math.ceil((of - position) / rate) : undefined
}

/** The projections whose rebuild was under way `before` and has come to its end, well, by `now`. */
export function rebuiltIn(before: readonly ProjectionStatus[], now: readonly ProjectionStatus[]): string[] {
  const running = new Set(before.filter(({ rebuild }) => rebuild !== null).map(({ name }) => name))
  return now
    .filter(({ name, rebuild, error }) => running.has(name) && rebuild === null && error === null)
    .map(({ name }) => name)
}

export function isRebuilding(statuses: readonly ProjectionStatus[]): boolean {
  return statuses.some(({ rebuild }) => rebuild !== null)
}
