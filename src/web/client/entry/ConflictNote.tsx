import { useEffect, useRef } from 'preact/hooks'
import type { Currency } from '../../../events/money.ts'
import { Icon } from '../frame/Icon.tsx'
import { inWords } from '../expense/when.ts'
import { messages } from '../messages.ts'
import { changes, entry, format, session } from '../page.ts'
import { settingOf, type Conflict } from './conflict.ts'
import { valuesOf, type Field, type Values } from './merge.ts'

/** Who changed the expense meanwhile and what; where something else was typed here, which of the two is to count. */
export function ConflictNote() {
  const conflict = entry.conflict.value
  const note = useRef<HTMLDivElement>(null)
  const version = conflict?.newest.version
  // It is seen and read out; the focus stays where somebody types.
  useEffect(() => note.current?.scrollIntoView({ block: 'nearest' }), [version])
  if (!conflict) return null
  return (
    <div class="note conflict" role="alert" ref={note}>
      <p>{said(conflict)}</p>
      {conflict.newest.deleted ? (
        <button type="button" class="btn btn-ink" onClick={() => void changes.restore(conflict.newest)}>
          <Icon name="back" /> {messages.expense.restore}
        </button>
      ) : (
        conflict.theirs.map((field) => <Theirs key={field} field={field} conflict={conflict} />)
      )}
    </div>
  )
}

function Theirs({ field, conflict: { newest, both, yours } }: { field: Field; conflict: Conflict }) {
  const theirs = valuesOf(newest)
  const words = messages.entry
  if (!both.includes(field)) {
    return (
      <p class="taken-over">
        {messages.fields[field]}: <b dir="auto">{written(field, theirs)}</b>{' '}
        <span class="muted">{words.takenOver}</span>
      </p>
    )
  }
  return (
    <fieldset class="both-sides">
      <legend>{messages.fields[field]}</legend>
      <Side field={field} of={theirs} label={words.theirs} />
      <Side field={field} of={yours} label={words.yours} />
    </fieldset>
  )
}

function Side({ field, of, label }: { field: Field; of: Values; label: string }) {
  const draft = entry.draft.value
  const setting = Object.entries(settingOf(field, of[field]))
  const isChosen = setting.every(([key, value]) => draft?.[key as 'amount'] === value)
  return (
    <label class="one-side">
      <input
        type="radio"
        class="form-check-input"
        name={`side-${field}`}
        checked={isChosen}
        onChange={() => entry.choose(field, of[field])}
      />
      <span class="muted">{label}</span> <b dir="auto">{written(field, of)}</b>
    </label>
  )
}

function said({ newest, theirs }: Conflict): string {
  const { changedBy, changedAt, deleted } = newest
  const words = messages.entry
  const who = changedBy?.id === session.me.value?.id ? words.yourself : (changedBy?.name ?? words.somebody)
  const when = inWords(changedAt, new Date(), format)
  return deleted ? words.conflictDeleted(who, when) : words.conflict(who, theirs, when)
}

function written(field: Field, values: Values): string {
  if (field === 'amount') return money(values)
  return field === 'date' ? format.dayOfYear(values.date) : values[field]
}

/** What was typed may be no amount yet. */
function money({ amount, currency }: Values): string {
  return /^-?\d+(\.\d+)?$/.test(amount) ? format.money(amount, currency as Currency) : amount
}
