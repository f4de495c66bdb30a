/** Characters. What the first line of a request may hold is less than 16 kB, some of them written as three. */
const LONGEST = 4_000

/** Row numbers as the server takes them: as ranges, or as bits where there are many of these. */
export function rowsAsked(rows: ReadonlySet<number>): string {
  const ranges = rangesOf(rows)
  return ranges.length > LONGEST ? bitsOf(rows) : ranges
}

/** `1,2,5-9`. */
export function rangesOf(rows: Iterable<number>): string {
  const ranges: [from: number, to: number][] = []
  for (const row of [...rows].sort((one, other) => one - other)) {
    const last = ranges.at(-1)
    if (last?.[1] === row - 1) last[1] = row
    else ranges.push([row, row])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',')
}

/** `~`, and a bit for each row in base64url: the lowest one of the first byte for row 1. */
function bitsOf(rows: ReadonlySet<number>): string {
  const bytes = new Uint8Array(Math.ceil(Math.max(...rows) / 8))
  for (const row of rows) {
    const at = Math.floor((row - 1) / 8)
    bytes[at] = (bytes[at] ?? 0) + 2 ** ((row - 1) % 8)
  }
  const base64 = btoa(String.fromCharCode(...bytes))
  return `~${base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`
}
