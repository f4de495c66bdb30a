/** Rows that come and go together: so few that adding them is done within a frame. */
export const CHUNK = 10

/** A chunk that is there, or the room, in pixels, that those take which are not; `at` is the first one of them. */
export type Segment = { at: number; room?: number }
/** From where to where chunks are wanted, in pixels below the top of the first. */
export type Stretch = { from: number; to: number }

/** What to show of `chunks` chunks: those within `stretch`, and those in `kept` wherever they are. */
export function segmentsOf(
  chunks: number,
  heightOf: (chunk: number) => number,
  { from, to }: Stretch,
  kept: readonly number[] = [],
): Segment[] {
  const segments: Segment[] = []
  let top = 0
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const height = heightOf(chunk)
    const isShown = (top < to && top + height > from) || kept.includes(chunk)
    const last = segments.at(-1)
    if (isShown) segments.push({ at: chunk })
    else if (last?.room === undefined) segments.push({ at: chunk, room: height })
    else last.room += height
    top += height
  }
  return segments
}

/** The chunks that the row at `index` and those beside it are in. */
export function chunksAround(index: number): number[] {
  return [...new Set([index - 1, index, index + 1].map((row) => Math.floor(Math.max(0, row) / CHUNK)))]
}

/** How high chunks are: as they were measured, and like the others where they were not yet. */
export function openHeights(estimate: number) {
  const measured: (number | undefined)[] = []
  let [sum, count] = [0, 0]
  return {
    of: (chunk: number) => measured[chunk] ?? (count > 0 ? sum / count : estimate),
    measure(chunk: number, height: number) {
      const before = measured[chunk]
      count += before === undefined ? 1 : 0
      sum += height - (before ?? 0)
      measured[chunk] = height
    },
  }
}
