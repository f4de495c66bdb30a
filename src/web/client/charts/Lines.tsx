import { line } from 'd3-shape'
import { labelSpots } from './line-labels.ts'

export type Point = { x: number; y: number }
type LinesProps = {
  now: Point[]
  before: Point[]
  names: { now: string; before: string }
  room: Parameters<typeof labelSpots>[3]
}

/** Both lines, each with its name at its end. */
export function Lines({ now, before, names, room }: LinesProps) {
  const path = line<Point>(
    ({ x }) => x,
    ({ y }) => y,
  )
  const nowEnd = now.at(-1) ?? { x: 0, y: 0 }
  const beforeEnd = before.at(-1) ?? nowEnd
  const beside = (before[now.length - 1] ?? beforeEnd).y
  const spots = labelSpots({ ...nowEnd, name: names.now }, beforeEnd, beside, room)
  return (
    <g aria-hidden="true">
      <path class="line before" d={path(before) ?? ''} />
      <text class="line-name before" x={spots.before.x} y={spots.before.y} text-anchor={spots.before.anchor}>
        {names.before}
      </text>
      {now.length > 1 && (
        <>
          <path class="line now" d={path(now) ?? ''} />
          <text class="line-name now" x={spots.now.x} y={spots.now.y} text-anchor={spots.now.anchor}>
            {names.now}
          </text>
        </>
      )}
    </g>
  )
}

/** Marks the place of a line that is looked at. */
export function Dot({ at, kind }: { at: Point | undefined; kind: 'now' | 'before' }) {
  return at ? <circle class={`dot-${kind}`} cx={at.x} cy={at.y} r={4} /> : null
}
