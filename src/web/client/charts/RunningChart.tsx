import { useState } from 'preact/hooks'
import { AmountAxis, axisWidth } from './AmountAxis.tsx'
import { amountScale } from './amount-scale.ts'
import { Dot, Lines, type Point } from './Lines.tsx'
import type { RunningStep } from './marks.ts'
import { RunningReadout } from './RunningReadout.tsx'
import { sparse } from './sparse.ts'
import { Spots } from './Spots.tsx'
import { useWidth } from './use-width.ts'

type Props = {
  summary: string
  of: 'days' | 'months'
  names: { now: string; before: string }
  steps: readonly RunningStep[]
}

const HEIGHT = 216
const TOP = 22
const BOTTOM = HEIGHT - 24
const TICK = 34

/** One period against the one before, each adding up from nothing. */
export function RunningChart({ summary, of, names, steps }: Props) {
  const { box, width } = useWidth<HTMLDivElement>()
  const [looked, setLooked] = useState<number>()
  const last = Math.max(
    0,
    steps.findLastIndex(({ now }) => now !== undefined),
  )
  const at = looked ?? last
  return (
    <div class="chart" ref={box}>
      <RunningReadout step={steps[at]} names={names} />
      {width > 0 && <Drawing {...{ summary, of, names, steps, width, at }} onLook={setLooked} />}
    </div>
  )
}

type DrawingProps = Props & { width: number; at: number; onLook: (at: number | undefined) => void }

function Drawing({ summary, of, names, steps, width, at, onLook }: DrawingProps) {
  const values = steps.flatMap(({ now, before }) => [now ?? 0, before ?? 0])
  const scale = amountScale(values, BOTTOM, TOP)
  const left = axisWidth(scale.figures)
  const band = (width - left - 4) / steps.length
  const from = (index: number) => left + index * band
  const points = (period: 'now' | 'before'): Point[] => {
    const reached = steps.flatMap((step) => step[period] ?? [])
    return [0, ...reached].map((value, index) => ({ x: from(index), y: scale.at(value) }))
  }
  const [now, before] = [points('now'), points('before')]
  return (
    <svg viewBox={`0 0 ${width} ${HEIGHT}`} height={HEIGHT} role="group" aria-label={summary}>
      <AmountAxis scale={scale} left={left} right={width - 4} />
      <g aria-hidden="true">
        {sparse({ count: steps.length, width: width - left, labelWidth: TICK, of }).map((index) => (
          <text key={index} class="tick" x={from(index) + band / 2} y={HEIGHT - 6} text-anchor="middle">
            {steps[index]?.tick}
          </text>
        ))}
      </g>
      <Lines {...{ now, before, names }} room={{ right: width - 4, top: 12, bottom: BOTTOM - 6 }} />
      <Spots spots={steps} at={at} onLook={onLook}>
        {(index) => (
          <>
            <rect x={from(index)} y={0} width={band} height={HEIGHT} />
            <Dot at={before[index + 1]} kind="before" />
            <Dot at={now[index + 1]} kind="now" />
          </>
        )}
      </Spots>
    </svg>
  )
}
