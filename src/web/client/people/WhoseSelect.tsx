import type { User } from '../../api.ts'
import type { Right } from '../../../commands/rights.ts'
import { messages } from '../messages.ts'
import type { Scope } from '../scope/scope.ts'
import { useRescope, useScope } from '../scope/use-scope.ts'
import { othersLedgers } from './ledgers.ts'
import { choicesOf, chosenOf } from './whose.ts'

/** `right` is what one has to have in a ledger for the page to show it. */
type Props = { me: User; withAll?: boolean; right?: Right }

/** Whose ledger the page is about, once there is somebody else's. Without `withAll`, and for members, it is one person's. */
export function WhoseSelect({ me, withAll = true, right = 'see' }: Props) {
  const { whose } = useScope()
  const rescope = useRescope()
  const others = othersLedgers(me, right)
  if (others.length === 0) return null
  const hasAll = withAll && me.role === 'admin'
  const choices = choicesOf(me, others, whose, hasAll)
  const chosen = chosenOf(me, whose, hasAll)
  return (
    <select
      class="form-select whose"
      aria-label={messages.people.whose.label}
      value={chosen}
      onChange={({ currentTarget }) => rescope({ whose: currentTarget.value as Scope['whose'] })}
    >
      {choices.map((choice) => (
        <option key={choice.whose} value={choice.whose}>
          {choice.name}
        </option>
      ))}
    </select>
  )
}
