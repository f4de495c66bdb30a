import type { User } from '../../api.ts'
import { pageMessages } from '../page-messages.ts'
import { people } from '../page.ts'
import type { Scope } from '../scope/scope.ts'
import { useLinks } from '../scope/use-scope.ts'
import { ChangedFields } from './ChangedFields.tsx'
import { differenceOf, kindOf, type Changed } from './changes.ts'
import { Differences } from './Differences.tsx'
import { PartLine } from './PartLine.tsx'

/** What the report says of an expense now, what it said before, and who made the difference. */
export function ChangedExpense({ me, scope, changed }: { me: User; scope: Scope; changed: Changed }) {
  const links = useLinks()
  const { id, was, is, events } = changed
  const { description = '', userId = me.id } = is ?? was ?? {}
  const history = links('/expenses', { expense: id, tab: 'history' }, scope)
  return (
    <li class="changed-expense">
      <h3>
        <a href={history} dir="auto">
          {description}
        </a>
        <span class={`badge kind-${kindOf(changed)}`}>{pageMessages.reports.kinds[kindOf(changed)]}</span>
        {scope.whose === 'all' && <small dir="auto">{people.nameOf(userId)}</small>}
      </h3>
      <Differences of={differenceOf(changed)} />
      <ChangedFields was={was} is={is} />
      <ol class="parts">
        {events.map((part) => (
          <PartLine key={part.position} part={part} href={history} isOnly={events.length === 1} />
        ))}
      </ol>
    </li>
  )
}
