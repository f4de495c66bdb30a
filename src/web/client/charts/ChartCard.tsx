import { ErrorBoundary } from 'preact-iso'
import { useId, useState } from 'preact/hooks'
import type { ComponentChildren } from 'preact'
import { Icon } from '../frame/Icon.tsx'
import { messages } from '../messages.ts'
import { offer } from '../reports/offer.ts'
import { csvOf, type Twin } from './twin.ts'
import { TwinTable } from './TwinTable.tsx'

type Props = { title: string; twin: Twin; children: ComponentChildren }

/** A chart under its title, and the same as a table for whoever would rather read. */
export function ChartCard({ title, twin, children }: Props) {
  const [isTable, setTable] = useState(false)
  const id = useId()
  const words = messages.charts
  const other = isTable ? words.asChart : words.asTable
  return (
    <section class="pane" aria-labelledby={id}>
      <header class="pane-head">
        <h2 id={id}>{title}</h2>
        <div>
          {isTable && (
            <button
              type="button"
              class="btn quiet"
              aria-label={`${title} ${words.asCsv}`}
              onClick={() => offer(`${twin.file}.csv`, csvOf(twin))}
            >
              <Icon name="download" /> {words.asCsv}
            </button>
          )}
          <button type="button" class="btn quiet" aria-label={`${title} ${other}`} onClick={() => setTable(!isTable)}>
            <Icon name={isTable ? 'chart' : 'table'} /> {other}
          </button>
        </div>
      </header>
      {isTable ? <TwinTable {...twin} /> : <ErrorBoundary>{children}</ErrorBoundary>}
    </section>
  )
}
