import { ErrorBoundary } from 'preact-iso'
import { useEffect } from 'preact/hooks'
import type { User } from '../../api.ts'
import { messages } from '../messages.ts'
import { format } from '../page.ts'
import { ownFirst } from './days.ts'
import type { Filter } from './filter.ts'
import { asking, selection } from './list-page.ts'
import { ChosenBar } from './later-parts.ts'
import { useChosen } from './use-chosen.ts'

/** How much is chosen, what it comes to, and what can be done with all of it at once. */
export function SelectionBar({ me, filter }: { me: User; filter: Filter }) {
  const chosen = useChosen(me, filter)
  useEffect(() => selection.about(chosen.question), [chosen.question])
  useEffect(() => () => selection.clear(), [])
  const isShown = selection.isAny.value
  const count = messages.selection.count(format.count(selection.count.value))
  const sums = sumsOf(me)
  return (
    <>
      {/* Always there: it tells of what is chosen only if it was there before. */}
      <p class="visually-hidden" role="status">
        {isShown && `${count} ${sums}`}
      </p>
      <ErrorBoundary>
        {(isShown || asking.value) && <ChosenBar {...{ me, filter, chosen, count, sums }} />}
      </ErrorBoundary>
    </>
  )
}

function sumsOf(me: User): string {
  return ownFirst(selection.totals.value, me)
    .map(({ currency, total }) => format.money(total, currency))
    .join(' · ')
}
