import type { Expense, User } from '../../api.ts'
import { Icon } from '../frame/Icon.tsx'
import { messages } from '../messages.ts'
import { categories, changes, entry, format, people, today } from '../page.ts'
import { Amount } from './Amount.tsx'
import { byDay, ownFirst, type Day } from './days.ts'
import { Deleted } from './ExpenseRow.tsx'
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
        <li
          key={expense.id}
          class={`${expense.deleted ? 'deleted' : 'open'}${changes.latest.value === expense.id ? ' fresh' : ''}`}
        >
          <Card me={me} expense={expense} whose={filter.whose === 'all'} dated={dated} />
          {expense.deleted && (
            <button type="button" class="btn btn-hairline" onClick={() => void changes.restore(expense)}>
              <Icon name="back" /> {messages.list.restore}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

function Card({ me, expense, whose, dated }: { me: User; expense: Expense; whose: boolean; dated: boolean }) {
  const { userId, categoryId, category, description, date, deleted } = expense
  const further = [dated && format.dayOfYear(date), whose && people.nameOf(userId)].filter(Boolean)
  const letter = [...category.trim()][0]?.toLocaleUpperCase()
  return (
    <button type="button" class="card-row" disabled={deleted} onClick={() => entry.edit(expense)}>
      <span class="tile" style={{ '--c': categories.colour(userId, categoryId) }} aria-hidden="true">
        {letter}
      </span>
      <span class="card-main">
        {deleted ? (
          <Deleted description={description} />
        ) : (
          <span class="clamped" dir="auto">
            {description}
          </span>
        )}
        <small>
          {[category, ...further].map((part, index) => (
            <>
              {index > 0 && ' · '}
              <bdi>{part}</bdi>
            </>
          ))}
        </small>
      </span>
      <Amount me={me} of={expense} />
    </button>
  )
}
