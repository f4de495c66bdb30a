import { createHash } from 'node:crypto'

export type Random = ReturnType<typeof randomFrom>

/** Chance that can be had again: the same `seed` gives the same numbers (mulberry32). */
export function randomFrom(seed: string) {
  let state = createHash('sha256').update(seed).digest().readUInt32LE()

  /** At least 0, less than 1. */
  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number from 0 to `count` - 1. */
  const below = (count: number) => Math.floor(next() * count)
  return {
    below,
    between: (least: number, most: number) => least + next() * (most - least),
    chance: (probability: number) => next() < probability,
    pick<T>(list: readonly T[]): T {
      const picked = list[below(list.length)]
      if (picked === undefined) throw new RangeError('Nothing to pick from')
      return picked
    },
  }
}
