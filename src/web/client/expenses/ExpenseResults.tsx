import { useRef } from 'preact/hooks'
import type { User } from '../../api.ts'
import { errorsOf } from '../form/submission.ts'
import { wide } from '../frame/wide.ts'
import { messages } from '../messages.ts'
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
      {failure !== undefined && (
        <div class="problem" role="alert">
          <p>{errorsOf(failure)[0]?.message}</p>
          <button type="button" class="btn btn-hairline" onClick={() => void list.reload()}>
            {messages.frame.tryNow}
          </button>
        </div>
      )}
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

/** Lines where rows will be; seen only if the answer takes a while. */
function Skeleton() {
  return (
    <div class="skeleton" aria-hidden="true">
      {Array.from({ length: 8 }, (_, index) => (
        <span key={index} />
      ))}
    </div>
  )
}
