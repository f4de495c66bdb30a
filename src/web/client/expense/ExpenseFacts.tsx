import type { Expense, User } from '../../api.ts'
import { Icon } from '../frame/Icon.tsx'
import { messages } from '../messages.ts'
import { changes, format } from '../page.ts'
import { othersLedger } from '../people/ledgers.ts'
import { nameOfMoment } from '../scope/AsOfBar.tsx'
import { useMayChange } from '../scope/use-may-change.ts'
import { useScope } from '../scope/use-scope.ts'
import { When } from './When.tsx'

/** An expense that cannot be changed as it stands: it is deleted, shown as it once was, or somebody's who lets one look only. */
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
        {userId !== me.id && <Fact name={fields.userId}>{othersLedger(me, userId)?.name}</Fact>}
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
  const mayChange = useMayChange(expense.userId)
  return (
    <div class="note deleted-note" role="status">
      <p>{words.deleted(who, format.momentShort(expense.changedAt))}</p>
      {mayChange && (
        <button type="button" class="btn btn-ink" onClick={() => void changes.restore(expense)}>
          <Icon name="back" /> {words.restore}
        </button>
      )}
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
