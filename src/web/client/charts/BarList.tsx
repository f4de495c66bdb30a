import { useState } from 'preact/hooks'
import { messages } from '../messages.ts'
import { format } from '../page.ts'
import { barsOf, type Bar } from './bars.ts'
import { legible } from './legible.ts'
import type { BarRow } from './marks.ts'

type Rest = { rows: readonly BarRow[]; text: string; share: number | undefined }
type Props = { summary: string; rows: readonly BarRow[]; rest: Rest }

/** Bars with their names and amounts, the largest first; the many small ones at the end are one until they are asked for. */
export function BarList({ summary, rows, rest }: Props) {
  const [showsRest, setShowsRest] = useState(false)
  const shown = showsRest ? [...rows, ...rest.rows] : rows
  const bars = barsOf(shown.map(({ value }) => value))
  const hasShares = rows.some(({ share }) => share !== undefined)
  return (
    <div class={hasShares ? 'bar-list shares' : 'bar-list'}>
      <ul aria-label={summary}>
        {shown.map((row, index) => (
          <li key={row.key}>
            <a href={row.href}>
              <span class="bar-name" dir="auto">
                {row.name}
              </span>
              <BarOf bar={bars[index]} colour={row.colour} />
              <Figures of={row} />
            </a>
          </li>
        ))}
      </ul>
      {rest.rows.length > 0 && (
        <button type="button" aria-expanded={showsRest} onClick={() => setShowsRest(!showsRest)}>
          <span class="bar-name">{showsRest ? messages.charts.fewer : messages.charts.others(rest.rows.length)}</span>
          <span />
          {!showsRest && <Figures of={rest} />}
        </button>
      )}
    </div>
  )
}

function Figures({ of: { text, share } }: { of: Pick<BarRow, 'text' | 'share'> }) {
  return (
    <>
      <span class="num figure">{text}</span>
      {share !== undefined && <small class="num">{format.share(share)}</small>}
    </>
  )
}

function BarOf({ bar, colour }: { bar: Bar | undefined; colour: string }) {
  return (
    <svg
      class="bar"
      style={{ '--on-light': legible(colour, 'light'), '--on-dark': legible(colour, 'dark') }}
      aria-hidden="true"
    >
      {bar && <rect x={`${bar.from}%`} width={`${bar.length}%`} height="100%" rx="3" />}
    </svg>
  )
}
