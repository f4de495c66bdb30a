import { messages } from '../../messages.ts'
import { format } from '../../page.ts'
import type { Conflict } from '../../entry/conflict.ts'
import type { Field } from '../../entry/merge.ts'
import { inline } from '../list-page.ts'

/** Below the row: who changed the expense meanwhile and to what, or why it could not be saved. */
export function WhatIsWrong({ columns }: { columns: number }) {
  const conflict = inline.conflict.value
  const whole = inline.submission.errors.value.filter(({ path }) => path === '')
  if (!conflict && whole.length === 0) return null
  return (
    <tr class="beneath">
      <td colSpan={columns}>
        <div class={conflict ? 'note' : 'problem'} role="alert">
          {conflict ? <p>{inWords(conflict)}</p> : whole.map(({ message }) => <p key={message}>{message}</p>)}
        </div>
      </td>
    </tr>
  )
}

function inWords({ newest, theirs, both }: Conflict): string {
  const words = messages.inline
  const who = newest.changedBy?.name ?? messages.entry.somebody
  if (newest.deleted) return words.deleted(who)
  const parts = theirs.map((field) =>
    both.includes(field) ? words.keeps(field, written(newest, field)) : words.is(field, written(newest, field)),
  )
  return `${words.theirs(who, parts)} ${words.again}`
}

function written({ amount, currency, date, category, description }: Conflict['newest'], field: Field): string {
  const values = {
    amount: format.money(amount, currency),
    category,
    description,
    date: format.dayOfYear(date),
    currency,
  }
  return values[field]
}
