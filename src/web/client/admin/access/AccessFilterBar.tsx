import { accessTypes } from '../../../api.ts'
import { usualTimes } from '../../activity/times.ts'
import { messages } from '../../messages.ts'
import { pageMessages } from '../../page-messages.ts'
import { people } from '../../page.ts'
import { isNarrowed, readAccessFilter, type AccessFilter } from './filter.ts'

type Props = { filter: AccessFilter; onNarrow: (changed: AccessFilter) => void }
type Choice = { value: string; name: string }

export function AccessFilterBar({ filter, onNarrow }: Props) {
  const words = pageMessages.access
  const types = accessTypes.map((type) => ({ value: type, name: words.types[type] }))
  const users = (people.all.value ?? []).map(({ id, name }) => ({ value: id, name }))
  const times = usualTimes(new Date()).map(({ name }) => ({ value: name, name: words.times[name] }))
  const choose = (field: keyof AccessFilter) => (value: string) => {
    onNarrow({ [field]: readAccessFilter({ [field]: value }, new Date())[field] })
  }
  return (
    <search class="picks" aria-label={pageMessages.activity.filter}>
      <Pick label={words.typeLabel} none={words.anyType} of={types} chosen={filter.type} onChoose={choose('type')} />
      <Pick label={words.userLabel} none={words.anybody} of={users} chosen={filter.user} onChoose={choose('user')} />
      <Pick label={words.timeLabel} none={words.anyTime} of={times} chosen={filter.since} onChoose={choose('since')} />
      {isNarrowed(filter) && (
        <button
          type="button"
          class="btn btn-link"
          onClick={() => onNarrow({ user: undefined, type: undefined, since: undefined })}
        >
          {pageMessages.activity.clear}
        </button>
      )}
    </search>
  )
}

type PickProps = {
  label: string
  /** What stands for no choice. */
  none: string
  of: readonly Choice[]
  chosen: string | undefined
  onChoose: (value: string) => void
}

/** Somebody whom nobody knows any more stays chosen. */
function Pick({ label, none, of, chosen, onChoose }: PickProps) {
  const isKnown = chosen === undefined || of.some(({ value }) => value === chosen)
  return (
    <select
      class="form-select pick"
      aria-label={label}
      data-set={chosen !== undefined}
      value={chosen ?? ''}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
    >
      <option value="">{none}</option>
      {of.map(({ value, name }) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
      {!isKnown && <option value={chosen}>{messages.people.whose.unknown}</option>}
    </select>
  )
}
