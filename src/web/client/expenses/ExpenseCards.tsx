import type { Expense, User } from '../../api.ts'
import { format, today } from '../page.ts'
import { Amount } from './Amount.tsx'
import { byDay, ownFirst, type Day } from './days.ts'
import { ExpenseCard } from './ExpenseCard.tsx'
import type { Shown } from './expense-list.ts'
import type { Filter } from './filter.ts'

type Props = { me: User; filter: Filter; shown: Shown }

/** The list on a phone: by day, unless it is sorted by something else. */
export function ExpenseCards({ me, filter, shown: { items, next } }: Props) {
  const days = byDay(items)
  const isByDay = filter.sort.endsWith('date')
  if (!isByDay) return <Cards me={me} filter={filter} expenses={items} dated />
  return days.map((day) => (
    <section key={day.date}>
      {/* More of the last day may be on the next page: then its total is not known yet. */}
      <DayHead me={me} day={day} isWhole={next === null || day !== days.at(-1)} />
      <Cards me={me} filter={filter} expenses={day.expenses} />
    </section>
  ))
}

function DayHead({ me, day, isWhole }: { me: User; day: Day; isWhole: boolean }) {
  const sameYear = day.date.slice(0, 4) === today().slice(0, 4)
  return (
    <h2 class="day">
      <span>{sameYear ? format.weekday(day.date) : format.weekdayOfYear(day.date)}</span>
      {isWhole && (
        <span>
          {ownFirst(day.totals, me).map(({ currency, total }, index) => (
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

type CardsProps = { me: User; filter: Filter; expenses: readonly Expense[]; dated?: boolean }

function Cards({ me, filter, expenses, dated = false }: CardsProps) {
  return (
    <ul class="cards">
      {expenses.map((expense) => (
        <ExpenseCard key={expense.id} me={me} filter={filter} expense={expense} dated={dated} />
      ))}
    </ul>
  )
}
