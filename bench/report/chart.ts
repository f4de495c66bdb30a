import type { Figure, Line } from '../line.ts'
import { escaped, framed, WIDTH } from './svg.ts'
import { text } from './table.ts'

const NAMES = 300
const ROW = 22
const GAP = 14
const BAR = 14
const LONGEST = WIDTH - NAMES - 110

type Bar = { name: string; figure: Figure; own: boolean }

/** Every rate of the ledger as a bar above those of what it is held against; each group has a scale of its own. */
export function chart(lines: readonly Line[]): string {
  const rates = lines.filter(({ measured, beside }) => measured.unit === '/s' && beside !== undefined)
  const groups = [...Map.groupBy(rates, ({ what }) => what).values()].map(barsOf)
  const drawn: string[] = []
  let top = GAP
  for (const bars of groups) {
    drawn.push(group(bars, top))
    top += bars.length * ROW + GAP
  }
  return framed('The ledger and what it is held against: longer is faster', top, drawn)
}

function barsOf(lines: readonly Line[]): Bar[] {
  const own = lines.slice(0, 1).map(({ what, measured }) => ({ name: what, figure: measured, own: true }))
  const others = lines
    .flatMap(({ beside }) => beside ?? [])
    .map(({ what, figure }) => ({ name: what, figure, own: false }))
  return [...own, ...others]
}

function group(bars: readonly Bar[], top: number): string {
  const most = Math.max(...bars.map(({ figure }) => figure.value))
  return bars.map((bar, index) => row(bar, top + index * ROW, most)).join('\n')
}

function row({ name, figure, own }: Bar, top: number, most: number): string {
  const length = Math.max(1, Math.round((figure.value / most) * LONGEST))
  const baseline = top + ROW / 2 + 4
  return [
    `<text x="${NAMES}" y="${baseline}" text-anchor="end"${own ? '' : ' class="quiet"'}>${escaped(name)}</text>`,
    `<rect class="${own ? 'own' : 'other'}" x="${NAMES + 10}" y="${top + (ROW - BAR) / 2}" width="${length}" height="${BAR}" rx="2" />`,
    `<text x="${NAMES + 18 + length}" y="${baseline}">${escaped(text(figure))}</text>`,
  ].join('\n')
}
