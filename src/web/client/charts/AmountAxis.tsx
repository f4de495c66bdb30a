import { format } from '../page.ts'
import type { AmountScale } from './amount-scale.ts'

/** Pixels that the figures of an axis take, with a gap. */
export function axisWidth(figures: readonly number[]): number {
  return Math.max(...figures.map((figure) => format.roughly(figure).length)) * 7 + 10
}

/** Hairlines at round figures; the one of zero is stronger. */
export function AmountAxis({ scale, left, right }: { scale: AmountScale; left: number; right: number }) {
  return (
    <g aria-hidden="true">
      {scale.figures.map((figure) => (
        <g key={figure}>
          <line
            class={figure === 0 ? 'rule zero' : 'rule'}
            {...{ x1: left, x2: right }}
            {...{ y1: scale.at(figure), y2: scale.at(figure) }}
          />
          <text class="tick figure" x={left - 8} y={scale.at(figure) + 4} text-anchor="end">
            {format.roughly(figure)}
          </text>
        </g>
      ))}
    </g>
  )
}
