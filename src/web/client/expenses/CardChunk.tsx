import { useMemo } from 'preact/hooks'
import type { User } from '../../api.ts'
import { format, today } from '../page.ts'
import { Amount } from './Amount.tsx'
import { ownFirst, type DayPart } from './days.ts'
import { ExpenseCard, type CardProps } from './ExpenseCard.tsx'

type Same = Omit<CardProps, 'expense' | 'place' | 'of'>
/** `of` is how many match, loaded or not. */
type Props = { at: number; of: number; parts: readonly DayPart[]; same: Same }

/** Cards that come and go together, below the days that begin among them. They are made anew only if something in them changed. */
export function CardChunk({ at, of, parts, same }: Props) {
  const expenses = parts.flatMap((part) => part.expenses)
  const totals = parts.flatMap((part) => part.totals.map(({ currency, total }) => `${currency} ${total}`))
  return useMemo(
    () => (
      <div class="card-chunk" data-chunk={at}>
        {parts.map((part) => (
          <>
            {part.begins && <DayHead me={same.me} day={part} />}
            <ul class="cards">
              {part.expenses.map((expense, index) => (
                <ExpenseCard key={expense.id} {...same} expense={expense} place={part.at + index + 1} of={of} />
              ))}
            </ul>
          </>
        ))}
      </div>
    ),
    [same, of, totals.join(), ...expenses],
  )
}

function DayHead({ me, day: { date, totals } }: { me: User; day: DayPart }) {
  const sameYear = date.slice(0, 4) === today().slice(0, 4)
  return (
    <h2 class="day">
      <span>{sameYear ? format.weekday(date) : format.weekdayOfYear(date)}</span>
      {totals.length > 0 && (
        <span>
          {ownFirst(totals, me).map(({ currency, total }, index) => (
            <>
              {index > 0 && ' · '}
              <Amount key={currency} me={me} of={{ amount: total, currency }} />
            </>
          ))}
        </span>
      )}
    </h2>
  )
}
