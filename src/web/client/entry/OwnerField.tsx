import { Field, tied } from '../form/Field.tsx'
import type { UserId } from '../../../events/ids.ts'
import { entry, session } from '../page.ts'
import { othersLedgers } from '../people/ledgers.ts'
import type { Draft } from './draft.ts'

/** Whose expense it is. */
export function OwnerField({ draft: { userId } }: { draft: Draft }) {
  const at = { form: 'entry', path: 'userId', of: entry.submission } as const
  const me = session.me.value
  const ledgers = me ? [me, ...othersLedgers(me, 'change')] : []
  return (
    <Field {...at}>
      <select
        {...tied(at)}
        class="form-select"
        value={userId}
        onChange={({ currentTarget }) => entry.giveTo(currentTarget.value as UserId)}
      >
        {ledgers.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  )
}
