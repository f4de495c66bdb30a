import { useState } from 'preact/hooks'
import { AmountAxis, axisWidth } from './AmountAxis.tsx'
import { amountScale } from './amount-scale.ts'
import type { Column } from './marks.ts'
import { sparse } from './sparse.ts'
import { Spots } from './Spots.tsx'
import { useWidth } from './use-width.ts'

type Props = { summary: string; columns: readonly Column[] }

const HEIGHT = 240
const TOP = 12
const BOTTOM = HEIGHT - 24
const TICK = 32
const WIDEST = 40

/** Amounts beside each other, refunds hanging below zero. */
export function ColumnChart({ summary, columns }: Props) {
  const { box, width } = useWidth<HTMLDivElement>()
  const [looked, setLooked] = useState<number>()
  const at =
    looked ??
    Math.max(
      0,
      columns.findLastIndex(({ marked, value }) => marked && value !== 0),
    )
  const column = columns[at]
  return (
    <div class="chart" ref={box}>
      {column && (
        <p class="readout" aria-hidden="true">
          <span>{column.title}</span>
          <span>
            <b class="num figure">{column.text}</b>
          </span>
        </p>
      )}
      {width > 0 && <Drawing {...{ summary, columns, width, at }} onLook={setLooked} />}
    </div>
  )
}

type DrawingProps = Props & { width: number; at: number; onLook: (at: number | undefined) => void }

function Drawing({ summary, columns, width, at, onLook }: DrawingProps) {
  const scale = amountScale(
    columns.map(({ value }) => value),
    BOTTOM,
    TOP,
  )
  const left = axisWidth(scale.figures)
  const band = (width - left - 4) / columns.length
  const thick = Math.min(WIDEST, band * 0.64)
  const middle = (index: number) => left + (index + 0.5) * band
  return (
    <svg viewBox={`0 0 ${width} ${HEIGHT}`} height={HEIGHT} role="group" aria-label={summary}>
      <AmountAxis scale={scale} left={left} right={width - 4} />
      <g aria-hidden="true">
        {sparse({ count: columns.length, width: width - left, labelWidth: TICK, of: 'months' }, true).map((index) => (
          <text key={index} class="tick" x={middle(index)} y={HEIGHT - 6} text-anchor="middle">
            {columns[index]?.tick}
          </text>
        ))}
      </g>
      <Spots spots={columns} at={at} onLook={onLook}>
        {(index) => {
          const { value = 0, marked = false } = columns[index] ?? {}
          const [top = 0, bottom = 0] = [scale.at(value), scale.at(0)].sort((one, other) => one - other)
          return (
            <>
              <rect x={middle(index) - band / 2} y={0} width={band} height={HEIGHT} />
              <rect
                class={marked ? 'column marked' : 'column'}
                {...{ x: middle(index) - thick / 2, y: top }}
                {...{ width: thick, height: bottom - top, rx: Math.min(3, (bottom - top) / 2) }}
              />
            </>
          )
        }}
      </Spots>
    </svg>
  )
}
