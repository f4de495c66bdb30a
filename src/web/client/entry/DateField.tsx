import { FieldError, tied } from '../form/Field.tsx'
import { daysAfter } from '../scope/calendar-days.ts'
import { messages } from '../messages.ts'
import { entry, today } from '../page.ts'
import { dayOfKey } from './date-keys.ts'
import type { Draft } from './draft.ts'

/** When: today, yesterday or any date. In the date box t, y, + and - do what they say. */
export function DateField({ draft: { date } }: { draft: Draft }) {
  const at = { form: 'entry', path: 'date', of: entry.submission } as const
  const now = today()
  const yesterday = daysAfter(now, -1)
  const to = (next: string) => () => entry.update({ date: next })

  function step(event: KeyboardEvent) {
    const next = dayOfKey(event, date, now)
    if (next === undefined) return
    event.preventDefault()
    to(next)()
  }
  return (
    <fieldset class="field">
      <legend>{messages.fields.date}</legend>
      <div class="pills">
        <button type="button" class="pill" aria-pressed={date === now} onClick={to(now)}>
          {messages.entry.today}
        </button>
        <button type="button" class="pill" aria-pressed={date === yesterday} onClick={to(yesterday)}>
          {messages.entry.yesterday}
        </button>
        <input
          {...tied(at)}
          class="pill"
          type="date"
          min="1000-01-01"
          max="9999-12-31"
          aria-label={messages.entry.otherDate}
          data-set={date !== now && date !== yesterday}
          value={date}
          onInput={({ currentTarget }) => entry.update({ date: currentTarget.value })}
          onKeyDown={step}
        />
      </div>
      <FieldError {...at} />
    </fieldset>
  )
}
