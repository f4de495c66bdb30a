import type { Expense, User } from '../../api.ts'
import { Swatch } from '../categories/Swatch.tsx'
import { Icon } from '../frame/Icon.tsx'
import { MenuButton } from '../frame/MenuButton.tsx'
import { messages } from '../messages.ts'
import { categories, changes, entry, format, people, today } from '../page.ts'
import { Amount } from './Amount.tsx'
import type { Filter } from './filter.ts'

type Props = { me: User; filter: Filter; expense: Expense }

export function ExpenseRow({ me, filter, expense }: Props) {
  const { id, userId, categoryId, category, description, date, deleted } = expense
  const edit = deleted ? undefined : () => entry.edit(expense)
  const sameYear = date.slice(0, 4) === (filter.period === 'all' ? today() : filter.period).slice(0, 4)
  return (
    <tr
      id={`expense-${id}`}
      class={`${deleted ? 'deleted' : 'open'}${changes.latest.value === id ? ' fresh' : ''}`}
      onClick={edit}
    >
      <td class="date">{sameYear ? format.day(date) : format.dayOfYear(date)}</td>
      <td class="description">
        {edit ? (
          <button type="button" class="row-open" title={description} onClick={stopped(edit)}>
            <span class="clamped" dir="auto">
              {description}
            </span>
          </button>
        ) : (
          <Deleted description={description} />
        )}
      </td>
      <td class="category">
        <span class="cat">
          <Swatch colour={categories.colour(userId, categoryId)} />
          <span class="clamped" dir="auto">
            {category}
          </span>
        </span>
      </td>
      {filter.whose === 'all' && <td dir="auto">{people.nameOf(userId)}</td>}
      <td class="amount">
        <Amount me={me} of={expense} />
      </td>
      <td class="actions">
        <MenuButton class="btn quiet" label={messages.list.actions(description)} items={actionsOf(expense)}>
          <Icon name="more" />
        </MenuButton>
      </td>
    </tr>
  )
}

export function Deleted({ description }: { description: string }) {
  return (
    <span class="struck">
      <del class="clamped" dir="auto">
        {description}
      </del>
      <span class="badge">{messages.list.deletedBadge}</span>
    </span>
  )
}

function actionsOf(expense: Expense) {
  if (expense.deleted) {
    return [{ label: messages.list.restore, icon: 'back' as const, run: () => void changes.restore(expense) }]
  }
  return [
    { label: messages.list.edit, icon: 'pencil' as const, run: () => entry.edit(expense) },
    { label: messages.list.remove, icon: 'trash' as const, run: () => void changes.remove(expense) },
  ]
}

/** `run` alone: the row's own click is not meant too. */
function stopped(run: () => void) {
  return (event: Event) => {
    event.stopPropagation()
    run()
  }
}
