import { scaleLog } from 'd3-scale'
import { escaped, framed, WIDTH } from '../report/svg.ts'
import { sizeText, stored, timed, timeText, type Step, type Stored, type Timed } from './step.ts'

/** Where lines are drawn: between the figures of the axis and the names at the lines' ends. */
const [LEFT, RIGHT] = [64, WIDTH - 340]
/** Room above a panel for its title, below it for the sizes; and between two names. */
const [ABOVE, BELOW, NAME] = [44, 34, 16]
const COLOURS = ['#2f7d5b', '#3b6fb6', '#b3591f', '#8452a1', '#a8872d', '#c0476b', '#4b8f8c', '#6e7781', '#8a5a44']

type Point = { events: number; value: number }
type Series = { name: string; points: Point[] }
type Panel = { title: string; series: Series[]; text: (value: number) => string; height: number }

/** Two panels, both with logarithmic axes: what takes time, and what takes room. A straight line at 45° grows with the log. */
export function scaleChart(steps: readonly Step[]): string {
  const panels: Panel[] = [
    { title: 'How long it takes', series: timesOf(steps), text: timeText, height: 360 },
    { title: 'What is on the disk', series: sizesOf(steps), text: sizeText, height: 130 },
  ]
  let top = 0
  const drawn = panels.map((panel) => {
    const from = top
    top += ABOVE + panel.height + BELOW
    return draw(panel, from + ABOVE)
  })
  return framed('How time and storage grow with the log, from table to table in the text', top, drawn)
}

function timesOf(steps: readonly Step[]): Series[] {
  const pointsOf = (key: Timed) =>
    steps.flatMap(({ events, milliseconds }) => {
      const value = milliseconds[key]
      return value === null ? [] : [{ events, value }]
    })
  return Object.entries(timed).map(([key, name]) => ({ name, points: pointsOf(key as Timed) }))
}

function sizesOf(steps: readonly Step[]): Series[] {
  const pointsOf = (key: Stored) => steps.map(({ events, megabytes }) => ({ events, value: megabytes[key] }))
  return Object.entries(stored).map(([key, name]) => ({ name, points: pointsOf(key as Stored) }))
}

function draw({ title, series, text, height }: Panel, top: number): string {
  const all = series.flatMap(({ points }) => points)
  const events = [...new Set(all.map((point) => point.events))]
  const x = scaleLog([Math.min(...events), Math.max(...events)], [LEFT, RIGHT])
  const values = all.map(({ value }) => value)
  const y = scaleLog([Math.min(...values), Math.max(...values)], [top + height, top]).nice()
  const decades = y.ticks().filter((tick) => Number.isInteger(Math.log10(tick)))
  const ends = apart(series.map(({ points }) => y(points.at(-1)?.value ?? 1)))
  return [
    `<text x="16" y="${top - 20}" class="title">${title}</text>`,
    ...decades.map((tick) => gridline(y(tick), text(tick))),
    ...events.map((count) => below(x(count), top + height + 20, count)),
    ...series.map((one, index) => line(one, COLOURS[index] ?? '#000000', x, y, ends[index] ?? 0, text)),
  ].join('\n')
}

function gridline(y: number, text: string): string {
  const label = `<text x="${LEFT - 8}" y="${y + 4}" text-anchor="end" class="quiet">${text}</text>`
  return `<line class="grid" x1="${LEFT}" x2="${RIGHT}" y1="${y}" y2="${y}" />${label}`
}

function below(x: number, y: number, events: number): string {
  const rounded = events.toLocaleString('en', { maximumSignificantDigits: 1 })
  return `<text x="${x}" y="${y}" text-anchor="middle" class="quiet">${rounded}</text>`
}

function line(
  { name, points }: Series,
  colour: string,
  x: (value: number) => number,
  y: (value: number) => number,
  end: number,
  text: (value: number) => string,
): string {
  const last = points.at(-1)
  if (!last) return ''
  const path = points.map(({ events, value }) => `${x(events).toFixed(1)},${y(value).toFixed(1)}`)
  const dots = path.map((point) => `<circle cx="${point.replace(',', '" cy="')}" r="3" fill="${colour}" />`)
  const leader = `${x(last.events).toFixed(1)},${y(last.value).toFixed(1)} ${RIGHT + 12},${end.toFixed(1)}`
  return [
    `<polyline points="${path.join(' ')}" fill="none" stroke="${colour}" stroke-width="2" />`,
    ...dots,
    `<polyline points="${leader}" fill="none" stroke="${colour}" stroke-width="0.7" />`,
    `<text x="${RIGHT + 16}" y="${end + 4}">${escaped(`${name}: ${text(last.value)}`)}</text>`,
  ].join('\n')
}

/** The same heights, moved so that no two names lie on each other. */
function apart(heights: readonly number[]): number[] {
  const moved = [...heights]
  let above = Number.NEGATIVE_INFINITY
  for (const index of heights.map((_, at) => at).toSorted((one, other) => heights[one]! - heights[other]!)) {
    above = Math.max(heights[index]!, above + NAME)
    moved[index] = above
  }
  return moved
}
