import type { Micros } from './instants.ts'

/**
 * The database's clock, as this process keeps track of it between looks: the hash of an event needs its instant before
 * the database is asked. Runs on the monotonic clock, so that a jump of this machine's wall clock does not matter.
 */
export function trackDatabaseClock(monotonic: () => number = () => performance.now()) {
  let seen: { at: number; micros: Micros } | undefined
  return {
    /** `micros` is what the database said between `asked` (a reading of `monotonic`) and now. */
    observe(micros: Micros, asked: number) {
      seen = { at: (asked + monotonic()) / 2, micros }
    },
    monotonic,
    /** `undefined` until the database has been looked at. */
    now(): Micros | undefined {
      return seen && seen.micros + Math.floor((monotonic() - seen.at) * 1000)
    },
  }
}

export type DatabaseClock = ReturnType<typeof trackDatabaseClock>
