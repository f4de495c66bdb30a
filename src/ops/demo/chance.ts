/** Numbers in [0, 1) that are the same each time for the same seed (Mulberry32, which is random enough for shopping). */
export type Chance = () => number

export function seeded(seed: number): Chance {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function oneOf<T>(choices: readonly [T, ...T[]], chance: Chance): T {
  return choices[Math.floor(chance() * choices.length)] ?? choices[0]
}
