import { useComputed } from '@preact/signals'
import type { Expense, User } from '../../api.ts'
import { Icon } from '../frame/Icon.tsx'
import { MenuButton } from '../frame/MenuButton.tsx'
import { messages } from '../messages.ts'
import { changes } from '../page.ts'
import { Cell } from './Cell.tsx'
import type { Column } from './columns.ts'
import type { Filter } from './filter.ts'
import { EditRow } from './later-parts.ts'
import { cursor, inline, selection } from './list-page.ts'
import { clicked, doubleClicked, fieldAt, isOnRow } from './row-clicks.ts'
import { menuOf } from './row-menu.ts'
import { SelectionBox } from './SelectionBox.tsx'
import type { ListActions } from './use-list-actions.ts'

export type RowProps = {
  me: User
  filter: Filter
  expense: Expense
  columns: readonly Column[]
  act: ListActions
  /** Its place among all that match, loaded or not, the head being the first. */
  rowIndex: number
}

/** An expense in the table, or the fields to change it in its place. */
export function ExpenseRow(props: RowProps) {
  const isEdited = useComputed(() => inline.draft.value?.id === props.expense.id).value
  return isEdited && props.act.canChange ? <EditRow {...props} /> : <ShownRow {...props} />
}

/** Only the row that the keys are at, and what is in it, can be tabbed to. */
function ShownRow({ me, filter, expense, columns, act, rowIndex }: RowProps) {
  const { id, description, deleted } = expense
  const isChosen = useComputed(() => selection.has(id)).value
  const tabIndex = useComputed(() => (cursor.at.value?.id === id ? 0 : -1)).value
  const isFresh = useComputed(() => changes.latest.value === id).value

  function click(event: MouseEvent) {
    if (!isOnRow(event.target)) return
    cursor.put(expense)
    if (event.shiftKey) selection.toggleRange(expense)
    else if (event.ctrlKey || event.metaKey) selection.toggle(expense)
    else clicked(event, () => act.open(expense))
  }
  return (
    <tr
      id={`expense-${id}`}
      class={[deleted ? 'deleted' : 'open', isChosen && 'chosen', isFresh && 'fresh'].filter(Boolean).join(' ')}
      aria-rowindex={rowIndex}
      tabIndex={tabIndex}
      onFocusIn={() => cursor.put(expense)}
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      onClick={click}
      onDblClick={(event) => isOnRow(event.target) && doubleClicked(() => act.edit(expense, fieldAt(event.target)))}
    >
      <SelectionBox expense={expense} isChosen={isChosen} tabIndex={tabIndex} />
      {columns.map((column) => (
        <Cell key={column} me={me} filter={filter} expense={expense} column={column} tabIndex={tabIndex} />
      ))}
      <td class="actions">
        <MenuButton
          class="btn quiet"
          label={messages.list.actions(description)}
          tabIndex={tabIndex}
          items={menuOf(expense, filter, act)}
        >
          <Icon name="more" />
        </MenuButton>
      </td>
    </tr>
  )
}
