import type { Row } from '../projection.ts'

/** `expected` is what the log says, `actual` what the table says; without a `field` it is about a whole row. */
export type Difference = { projection: string; key: string; field?: string; expected: unknown; actual: unknown }

/** No more than this many are listed per projection: a table that was emptied is wrong once, not a million times. */
export const MOST_DIFFERENCES = 1_000

/** Where the rows of one key differ. */
export function differencesOf(
  projection: string,
  key: string,
  expected: Row | undefined,
  actual: Row | undefined,
): Difference[] {
  if (!expected || !actual) return [{ projection, key, expected: expected ?? null, actual: actual ?? null }]
  return Object.keys({ ...expected, ...actual })
    .filter((field) => expected[field] !== actual[field])
    .map((field) => ({ projection, key, field, expected: expected[field], actual: actual[field] }))
}
