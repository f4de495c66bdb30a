/** Row numbers as the server takes them: `1,2,5-9`. */
export function rangesOf(rows: Iterable<number>): string {
  const ranges: [from: number, to: number][] = []
  for (const row of [...rows].sort((one, other) => one - other)) {
    const last = ranges.at(-1)
    if (last?.[1] === row - 1) last[1] = row
    else ranges.push([row, row])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',')
}
