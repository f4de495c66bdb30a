import type { Expense, User } from '../../api.ts'
import { Icon } from '../frame/Icon.tsx'
import { messages } from '../messages.ts'
import { changes, format, people } from '../page.ts'
import { nameOfMoment } from '../scope/AsOfBar.tsx'
import { useScope } from '../scope/use-scope.ts'
import { When } from './When.tsx'

/** An expense that cannot be changed as it stands: it is deleted, or shown as it once was. */
export function ExpenseFacts({ me, expense }: { me: User; expense: Expense }) {
  const { asOf } = useScope()
  const { userId, recordedAt, changedAt, changedBy, currency, date } = expense
  const { fields, expense: words, entry } = messages
  const who = changedBy?.name ?? entry.somebody
  return (
    <>
      {asOf === undefined ? (
        expense.deleted && <DeletedNote expense={expense} who={who} />
      ) : (
        <p class="note">{words.asKnown(nameOfMoment(asOf))}</p>
      )}
      <dl class="facts">
        <Fact name={fields.date}>{format.weekdayOfYear(date)}</Fact>
        <Fact name={fields.currency}>
          {currency} · {format.currencyName(currency)}
        </Fact>
        {userId !== me.id && <Fact name={fields.userId}>{people.nameOf(userId)}</Fact>}
        <Fact name={words.recordedAt}>
          <When at={recordedAt} />
        </Fact>
        <Fact name={words.changedAt}>
          <When at={changedAt} /> · <bdi>{who}</bdi>
        </Fact>
      </dl>
    </>
  )
}

function DeletedNote({ expense, who }: { expense: Expense; who: string }) {
  const words = messages.expense
  return (
    <div class="note deleted-note" role="status">
      <p>{words.deleted(who, format.momentShort(expense.changedAt))}</p>
      <button type="button" class="btn btn-ink" onClick={() => void changes.restore(expense)}>
        <Icon name="back" /> {words.restore}
      </button>
    </div>
  )
}

function Fact({ name, children }: { name: string; children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
