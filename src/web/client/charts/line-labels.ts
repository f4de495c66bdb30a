type Point = { x: number; y: number }
export type Spot = Point & { anchor: 'start' | 'end' }
/** The chart's own room: nothing is written beyond `right`, above `top` or below `bottom`. */
type Room = { right: number; top: number; bottom: number }

/** Pixels a letter is wide at most, and a line of letters high; and how much lower it is written below its own line. */
const LETTER = 7.5
const LINE = 15
const CLEAR = 10

/**
 * Where the names of two lines are written, each at the end of its line: `now`, which may end half way, and `before`, which
 * is at `beside` there. The one that lies higher has its name above, the other below if there is room, and they never touch.
 */
export function labelSpots(now: Point & { name: string }, before: Point, beside: number, room: Room) {
  const width = now.name.length * LETTER
  const isFree = now.x + 8 + width <= room.right
  const nowIsHigher = now.y < beside
  const above = (y: number) => Math.max(y - 8, room.top)
  const below = (y: number) => (y + LINE > room.bottom ? above(y) : y + LINE)
  const [nowPlace, beforePlace] = nowIsHigher ? [above, below] : [below, above]
  const spots = {
    now: {
      x: isFree ? now.x + 8 : now.x,
      y: nowPlace(isFree || nowIsHigher ? now.y : now.y + CLEAR),
      anchor: isFree ? 'start' : 'end',
    } as Spot,
    before: { x: before.x, y: beforePlace(before.y), anchor: 'end' } as Spot,
  }
  const [higher, lower] = nowIsHigher ? [spots.now, spots.before] : [spots.before, spots.now]
  if (lower.y - higher.y < LINE) higher.y = lower.y - LINE
  return spots
}
