import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { messages } from '../messages.ts'
import { Icon } from '../frame/Icon.tsx'
import { server, session } from '../page.ts'
import { FirstExpense } from './FirstExpense.tsx'
import { isNarrowed, queryOf, unfiltered, type Filter } from './filter.ts'
import { tokensOf, type Said } from './filter-text.ts'
import { nameOf } from '../scope/PeriodControl.tsx'
import { useNarrow } from './use-filter.ts'

/** Nothing to show: because nothing was ever added, or because of the filter or the period, which can be lifted here. */
export function EmptyList({ filter, onAdd }: { filter: Filter; onAdd: () => void }) {
  const narrow = useNarrow()
  const ever = useEverAdded(filter)
  const words = messages.empty
  if (ever === undefined) return null
  if (!ever) return <FirstExpense onAdd={onAdd} />
  const { q, period } = filter
  const said = tokensOf({ ...filter, whose: 'own' }, { people: [] })
  const reasons = [...(q.trim() ? [messages.filter.words(q.trim())] : []), ...said.map(reasonOf)]
  const inPeriod = messages.list.inPeriod(period, nameOf(period))
  return (
    <div class="empty">
      <Icon name="search" />
      <h2>{isNarrowed(filter) ? words.noMatch : words.noneIn(inPeriod)}</h2>
      {isNarrowed(filter) && <p>{words.because(reasons, inPeriod)}</p>}
      <div class="empty-ways">
        {isNarrowed(filter) && (
          <button type="button" class="btn btn-hairline" onClick={() => narrow(unfiltered)}>
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
    const all: Filter = { ...filter, ...unfiltered, period: 'all', asOf: undefined, deleted: 'all' }
    server.expenses({ ...queryOf(all, me.id), limit: '1' }).then(
      ({ items }) => (ever.value = items.length > 0),
      () => (ever.value = true),
    )
  }, [filter.whose])
  return ever.value
}

function reasonOf({ kind, value }: Said): string {
  return messages.filter.reasons[kind](value)
}
