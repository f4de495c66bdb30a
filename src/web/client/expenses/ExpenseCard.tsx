import { useComputed } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { Expense, User } from '../../api.ts'
import { Icon } from '../frame/Icon.tsx'
import { MenuButton } from '../frame/MenuButton.tsx'
import { messages } from '../messages.ts'
import { categories, changes, format, people } from '../page.ts'
import { Amount } from './Amount.tsx'
import { Deleted } from './Cell.tsx'
import type { Filter } from './filter.ts'
import { selection } from './list-page.ts'
import { openLongPress } from './long-press.ts'
import { menuOf } from './row-menu.ts'
import type { ListActions } from './use-list-actions.ts'

export type CardProps = {
  me: User
  filter: Filter
  expense: Expense
  act: ListActions
  dated: boolean
  /** Its place, from 1 on, among the `of` that match, loaded or not. */
  place: number
  of: number
}

/** An expense on a phone. A tap opens it; a long press chooses it, and while any is chosen taps do. */
export function ExpenseCard({ me, filter, expense, act, dated, place, of }: CardProps) {
  const { id, description, deleted } = expense
  const press = useRef(openLongPress()).current
  const isChosen = useComputed(() => selection.has(id)).value
  const isFresh = useComputed(() => changes.latest.value === id).value
  const isChoosing = selection.isAny.value
  const tap = () => (isChoosing ? selection.toggle(expense) : act.open(expense))
  return (
    <li
      class={[deleted ? 'deleted' : 'open', isChosen && 'chosen', isFresh && 'fresh'].filter(Boolean).join(' ')}
      aria-posinset={place}
      aria-setsize={of}
    >
      <button
        type="button"
        class="card-row"
        aria-pressed={isChoosing ? isChosen : undefined}
        onPointerDown={(event) => press.down(event, () => selection.add(expense))}
        onPointerMove={(event) => press.move(event)}
        onPointerCancel={press.stop}
        onContextMenu={(event) => event.preventDefault()}
        onClick={() => press.tap(tap)}
      >
        <Tile expense={expense} isChosen={isChosen} />
        <Words expense={expense} further={[dated && format.dayOfYear(expense.date), ownerIn(filter, expense)]} />
        <Amount me={me} of={expense} />
      </button>
      {!isChoosing && (
        <MenuButton class="btn quiet" label={messages.list.actions(description)} items={menuOf(expense, filter, act)}>
          <Icon name="more" />
        </MenuButton>
      )}
    </li>
  )
}

/** The category's letter in its colour; a tick where it is chosen. */
function Tile({ expense: { userId, categoryId, category }, isChosen }: { expense: Expense; isChosen: boolean }) {
  const letter = [...category.trim()][0]?.toLocaleUpperCase()
  return (
    <span class="tile" style={{ '--c': categories.colour(userId, categoryId) }} aria-hidden="true">
      {isChosen ? <Icon name="check" /> : letter}
    </span>
  )
}

function Words({ expense, further }: { expense: Expense; further: (string | false)[] }) {
  const { description, category, deleted } = expense
  return (
    <span class="card-main">
      {deleted ? (
        <Deleted description={description} />
      ) : (
        <span class="clamped" dir="auto">
          {description}
        </span>
      )}
      <small>
        {[category, ...further].filter(Boolean).map((part, index) => (
          <>
            {index > 0 && ' · '}
            <bdi>{part}</bdi>
          </>
        ))}
      </small>
    </span>
  )
}

function ownerIn({ whose }: Filter, { userId }: Expense): string | false {
  return whose === 'all' && people.nameOf(userId)
}
