/** Where a bar begins and how long it is, in percent of the room for all of them. */
export type Bar = { from: number; length: number }

/** How much of the room a bar takes at least, so that little is not nothing. */
const LEAST = 0.75

/** Bars of `values` on one scale: to the right of zero, or to the left of it where they are below. */
export function barsOf(values: readonly number[]): Bar[] {
  const least = values.reduce((one, other) => Math.min(one, other), 0)
  const most = values.reduce((one, other) => Math.max(one, other), 0)
  const whole = most - least || 1
  const zero = ((0 - least) / whole) * 100
  return values.map((value) => {
    const length = value === 0 ? 0 : Math.max(LEAST, (Math.abs(value) / whole) * 100)
    const from = value < 0 ? zero - length : zero
    return { from: Math.min(Math.max(from, 0), 100 - length), length }
  })
}
