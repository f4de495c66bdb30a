/** Microseconds of the machine's monotonic clock, which all its processes share: moments of several can be compared. */
export type Moment = number

export function moment(): Moment {
  return Number(process.hrtime.bigint() / 1000n)
}

/** What to add to a moment for microseconds since 1970. */
export function wallOffset(): number {
  return Date.now() * 1000 - moment()
}
