import { useRef } from 'preact/hooks'
import type { User } from '../../api.ts'
import { Failure } from '../frame/Failure.tsx'
import { Skeleton } from '../frame/Skeleton.tsx'
import { wide } from '../frame/wide.ts'
import { list } from '../page.ts'
import { EmptyList } from './EmptyList.tsx'
import { ExpenseCards } from './ExpenseCards.tsx'
import { ExpenseTable } from './ExpenseTable.tsx'
import { LoadMore } from './LoadMore.tsx'
import type { Filter } from './filter.ts'

type Props = { me: User; filter: Filter; onAdd: () => void }

/** The list, or why there is none. What was fetched before stays, dimmed, until newer is there. */
export function ExpenseResults({ me, filter, onAdd }: Props) {
  const shown = list.shown.value
  const failure = list.failure.value
  const Rows = wide.value ? ExpenseTable : ExpenseCards
  const fresh = useRef<HTMLDivElement>(null)
  return (
    <div ref={fresh} class={list.busy.value ? 'results busy' : 'results'} aria-busy={list.busy.value}>
      {failure !== undefined && <Failure of={failure} again={() => void list.reload()} />}
      {!shown && failure === undefined && <Skeleton />}
      {shown && shown.count === 0 && <EmptyList filter={filter} onAdd={onAdd} />}
      {shown && shown.count > 0 && (
        <>
          <Rows me={me} filter={filter} shown={shown} />
          <LoadMore shown={shown} />
        </>
      )}
    </div>
  )
}
