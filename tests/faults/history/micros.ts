/** Microseconds since 1970 of `2026-11-23T09:12:00.000001Z`. */
export function microsOf(instant: string): number {
  return Date.parse(`${instant.slice(0, 19)}Z`) * 1000 + Number(instant.slice(20, 26))
}
