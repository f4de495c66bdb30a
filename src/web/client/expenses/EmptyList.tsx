import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { messages } from '../messages.ts'
import { Icon } from '../frame/Icon.tsx'
import { server, session } from '../page.ts'
import { isNarrowed, queryOf, type Filter } from './filter.ts'
import { nameOf } from '../scope/PeriodControl.tsx'
import { SampleData } from './SampleData.tsx'
import { useNarrow } from './use-filter.ts'

/** Nothing to show: because nothing was ever added, or because of the filter or the period, which can be lifted here. */
export function EmptyList({ filter, onAdd }: { filter: Filter; onAdd: () => void }) {
  const narrow = useNarrow()
  const ever = useEverAdded(filter)
  const words = messages.empty
  if (ever === undefined) return null
  if (!ever) {
    return (
      <div class="empty">
        <Icon name="ledger" />
        <h2>{words.first}</h2>
        <p>{words.firstText}</p>
        <div class="empty-ways">
          <button type="button" class="btn btn-ink" onClick={onAdd}>
            <Icon name="plus" /> {words.addFirst}
          </button>
          <SampleData />
        </div>
      </div>
    )
  }
  const { q, category, deleted, period } = filter
  const inPeriod = messages.list.inPeriod(period, nameOf(period))
  return (
    <div class="empty">
      <Icon name="search" />
      <h2>{isNarrowed(filter) ? words.noMatch : words.noneIn(inPeriod)}</h2>
      {isNarrowed(filter) && <p>{words.because(q.trim(), category, deleted === 'true', inPeriod)}</p>}
      <div class="empty-ways">
        {isNarrowed(filter) && (
          <button
            type="button"
            class="btn btn-hairline"
            onClick={() => narrow({ q: '', category: '', deleted: 'false' })}
          >
            {words.clear}
          </button>
        )}
        {period !== 'all' && (
          <button type="button" class="btn btn-hairline" onClick={() => narrow({ period: 'all' })}>
            {words.allTime}
          </button>
        )}
      </div>
    </div>
  )
}

/** Whether the ledger that is looked at has any expense at all, deleted ones too; `undefined` until that is known. */
function useEverAdded(filter: Filter): boolean | undefined {
  const ever = useSignal<boolean>()
  useEffect(() => {
    const me = session.me.value
    if (!me) return
    const all: Filter = { ...filter, period: 'all', asOf: undefined, q: '', category: '', deleted: 'all' }
    server.expenses({ ...queryOf(all, me.id), limit: '1' }).then(
      ({ items }) => (ever.value = items.length > 0),
      () => (ever.value = true),
    )
  }, [filter.whose])
  return ever.value
}
