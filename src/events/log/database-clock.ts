import type { Micros } from './instants.ts'

/** Milliseconds. */
const LOOK_EVERY = 1_000

/**
 * The database's clock, as this process keeps track of it between looks: the hash of an event needs its instant before
 * the database is asked. Runs on the monotonic clock, so that a jump of this machine's wall clock does not matter.
 */
export function trackDatabaseClock(monotonic: () => number = () => performance.now()) {
  let seen: { at: number; micros: Micros } | undefined
  return {
    /**
     * `micros` is what the database has just said. That was a moment ago, so this clock is never ahead of the database's:
     * nothing is recorded at an instant that has not come yet.
     */
    observe(micros: Micros) {
      seen = { at: monotonic(), micros }
    },
    monotonic,
    /** Whether it was last looked at so long ago that the two clocks may have drifted apart. */
    isDue: () => !seen || monotonic() - seen.at > LOOK_EVERY,
    /** `undefined` until the database has been looked at. */
    now(): Micros | undefined {
      return seen && seen.micros + Math.floor((monotonic() - seen.at) * 1000)
    },
  }
}

export type DatabaseClock = ReturnType<typeof trackDatabaseClock>
