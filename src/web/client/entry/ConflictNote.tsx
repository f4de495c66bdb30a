import { messages } from '../messages.ts'
import { entry, format } from '../page.ts'

/** Who changed the expense meanwhile, and what this form has made of it. */
export function ConflictNote() {
  const conflict = entry.conflict.value
  if (!conflict) return null
  const { newest, theirs, both } = conflict
  const { amount, currency, date, category, description } = newest
  const values = {
    amount: format.money(amount, currency),
    category,
    description,
    date: format.dayOfYear(date),
    currency,
  }
  const who = newest.changedBy?.name ?? messages.entry.somebody
  return (
    <div class="note" role="status">
      <p>{newest.deleted ? messages.entry.conflictDeleted(who) : messages.entry.conflict(who)}</p>
      {!newest.deleted && (
        <dl>
          {theirs.map((field) => (
            <div key={field}>
              <dt>{messages.fields[field]}</dt>
              <dd dir="auto">{values[field]}</dd>
              {both.includes(field) && <dd class="muted">{messages.entry.yoursKept}</dd>}
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
