import { Field, tied } from '../form/Field.tsx'
import { UserId } from '../../../events/ids.ts'
import { entry, people } from '../page.ts'
import type { Draft } from './draft.ts'

/** Whose expense it is. */
export function OwnerField({ draft: { userId } }: { draft: Draft }) {
  const at = { form: 'entry', path: 'userId', of: entry.submission } as const
  const present = people.present.value
  return (
    <Field {...at}>
      <select
        {...tied(at)}
        class="form-select"
        value={userId}
        onChange={({ currentTarget }) => entry.giveTo(UserId.parse(currentTarget.value))}
      >
        {present.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  )
}
