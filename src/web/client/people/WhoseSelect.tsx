import type { User } from '../../api.ts'
import { messages } from '../messages.ts'
import { people } from '../page.ts'
import type { Scope } from '../scope/scope.ts'
import { useRescope, useScope } from '../scope/use-scope.ts'
import { choicesOf, chosenOf } from './whose.ts'

/** Whose ledger the page is about: for admins, once there is somebody else. Without `withAll` it is one person's. */
export function WhoseSelect({ me, withAll = true }: { me: User; withAll?: boolean }) {
  const { whose } = useScope()
  const rescope = useRescope()
  const choices = choicesOf(me, people.present.value, whose, withAll)
  const chosen = chosenOf(me, whose, withAll)
  const others = choices.filter((choice) => choice.whose !== 'own' && choice.whose !== 'all')
  if (me.role !== 'admin' || people.all.value === undefined || others.length === 0) return null
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
