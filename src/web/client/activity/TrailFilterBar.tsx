import type { AuditEntry, User } from '../../api.ts'
import { eventTypes, type EventType } from '../../../events/event.ts'
import { Icon } from '../frame/Icon.tsx'
import { messages } from '../messages.ts'
import { pageMessages } from '../page-messages.ts'
import { people } from '../page.ts'
import { isNarrowed, type TrailFilter } from './filter.ts'
import { peopleIn } from './people-in.ts'
import { UNNARROWED, useNarrowTrail } from './use-trail-filter.ts'
import { WhenButton } from './WhenButton.tsx'

type Props = { me: User; filter: TrailFilter; entries: readonly AuditEntry[] }

export function TrailFilterBar({ me, filter, entries }: Props) {
  const narrow = useNarrowTrail()
  const words = pageMessages.activity
  const isDeleted = filter.type === 'ExpenseDeleted'
  return (
    <search class="picks" aria-label={words.filter}>
      <TypeSelect type={filter.type} />
      <ActorSelect actor={filter.actor} known={peopleIn(me, people.all.value ?? [], entries)} />
      <WhenButton from={filter.from} to={filter.to} />
      <button
        type="button"
        class="pick"
        aria-pressed={isDeleted}
        onClick={() => narrow({ type: isDeleted ? undefined : 'ExpenseDeleted' })}
      >
        <Icon name="trash" /> {words.deletedOnly}
      </button>
      {filter.expense !== undefined && <Chip text={words.oneExpense} onDrop={() => narrow({ expense: undefined })} />}
      {filter.batch !== undefined && <Chip text={words.oneBatch} onDrop={() => narrow({ batch: undefined })} />}
      {isNarrowed(filter) && (
        <button type="button" class="btn btn-link" onClick={() => narrow(UNNARROWED)}>
          {words.clear}
        </button>
      )}
    </search>
  )
}

/** What the types of a kind begin with. */
const kinds: Record<'expenses' | 'categories' | 'profiles', readonly string[]> = {
  expenses: ['Expense'],
  categories: ['Category'],
  profiles: ['User', 'Ledger', 'Share'],
}

function TypeSelect({ type }: { type: EventType | undefined }) {
  const narrow = useNarrowTrail()
  const words = pageMessages.activity
  return (
    <select
      class="form-select pick"
      aria-label={words.typeLabel}
      data-set={type !== undefined}
      value={type ?? ''}
      onChange={({ currentTarget }) => narrow({ type: (currentTarget.value || undefined) as EventType | undefined })}
    >
      <option value="">{words.anyType}</option>
      {Object.entries(kinds).map(([kind, beginnings]) => (
        <optgroup key={kind} label={words.kinds[kind as keyof typeof kinds]}>
          {eventTypes
            .filter((one) => beginnings.some((begins) => one.startsWith(begins)))
            .map((one) => (
              <option key={one} value={one}>
                {words.types[one]}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  )
}

function ActorSelect({ actor, known }: { actor: string | undefined; known: { id: string; name: string }[] }) {
  const narrow = useNarrowTrail()
  const words = pageMessages.activity
  const isKnown = actor === undefined || known.some(({ id }) => id === actor)
  return (
    <select
      class="form-select pick"
      aria-label={words.actorLabel}
      data-set={actor !== undefined}
      value={actor ?? ''}
      onChange={({ currentTarget }) => narrow({ actor: currentTarget.value || undefined })}
    >
      <option value="">{words.anybody}</option>
      {known.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
      {!isKnown && <option value={actor}>{messages.people.whose.unknown}</option>}
    </select>
  )
}

function Chip({ text, onDrop }: { text: string; onDrop: () => void }) {
  return (
    <button
      type="button"
      class="pick"
      data-set="true"
      aria-label={pageMessages.activity.without(text)}
      onClick={onDrop}
    >
      {text} <Icon name="cross" />
    </button>
  )
}
